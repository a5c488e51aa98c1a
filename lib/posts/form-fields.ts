// The fields of each kind's form, in their order: one row a kind. The editor, its parser, the
// comparison of versions and the merging of two texts all go by this list.
import { kinds, type PostKind } from './kinds';

export type FieldControl =
  | 'text'
  | 'url'
  | 'markdown'
  | 'textarea'
  | 'select'
  | 'tags'
  | 'datetime';

export type Choice = { value: string; label: string };

export type FieldDefinition = {
  /** The name in the form, in `FormValues` and, but for tags and series, of the post's column. */
  name: string;
  label: string;
  hint?: string;
  control: FieldControl;
  /** Needed for publishing; a draft may lack it. */
  isRequired: boolean;
  /** In characters. */
  maxLength: number;
  /** The one long text that the page is about. */
  isMain: boolean;
  /** Written first, or set when it is published, or rarely touched. */
  group: 'content' | 'publishing' | 'more';
  /** What a select offers. A stored value that is not among them is to be offered besides. */
  choices?: readonly Choice[];
  /** The address of a picture, which the library may hold. */
  isImage: boolean;
  /** What an empty field means. */
  placeholder?: string;
};

/** What only the database knows: the series there are. */
export type FormChoices = { series: readonly Choice[] };

const longText = 2_000_000;

type Given = Partial<FieldDefinition> & Pick<FieldDefinition, 'name' | 'label'>;

const field = (given: Given): FieldDefinition => ({
  control: 'text',
  isRequired: false,
  maxLength: 1000,
  isMain: false,
  isImage: false,
  group: 'content',
  ...given,
});

const main = (label: string, over: Partial<FieldDefinition> = {}): FieldDefinition =>
  field({ name: 'body', label, control: 'markdown', maxLength: longText, isMain: true, ...over });

const url = (name: string, label: string, over: Partial<FieldDefinition> = {}): FieldDefinition =>
  field({ name, label, control: 'url', maxLength: 4000, ...over });

const beatTypeChoices: readonly Choice[] = [
  { value: 'release', label: 'Release' },
  { value: 'til', label: 'TIL' },
  { value: 'til_update', label: 'TIL updated' },
  { value: 'research', label: 'Research' },
  { value: 'tool', label: 'Tool' },
  { value: 'museum', label: 'Museum' },
  { value: 'sighting', label: 'Sighting' },
  { value: 'comment', label: 'Comment' },
];

const ownFields = {
  entry: [
    field({ name: 'title', label: 'Title', isRequired: true }),
    main('Text', { isRequired: true }),
    field({
      name: 'excerpt',
      label: 'Excerpt',
      control: 'textarea',
      maxLength: 10_000,
      hint: 'Shown in lists instead of the first paragraph. Markdown.',
      group: 'more',
    }),
  ],
  blogmark: [
    url('linkUrl', 'Address', { isRequired: true, placeholder: 'https://' }),
    field({ name: 'linkTitle', label: 'Title of the page', isRequired: true }),
    main('Commentary'),
    url('viaUrl', 'Found via: address', { group: 'more' }),
    field({ name: 'viaTitle', label: 'Found via: name', group: 'more' }),
    field({ name: 'title', label: 'Title of your own', group: 'more' }),
  ],
  quotation: [
    main('Quotation', { isRequired: true }),
    field({ name: 'source', label: 'Who said it', isRequired: true }),
    url('sourceUrl', 'Address of the source'),
    field({
      name: 'context',
      label: 'Context',
      maxLength: 2000,
      hint: 'A few words after the source, such as “on why tests matter”. Markdown.',
    }),
  ],
  note: [
    field({ name: 'title', label: 'Title', placeholder: 'None' }),
    main('Text', { isRequired: true }),
  ],
  beat: [
    field({
      name: 'beatType',
      label: 'Type',
      control: 'select',
      maxLength: 64,
      isRequired: true,
      choices: beatTypeChoices,
    }),
    field({ name: 'title', label: 'Title', isRequired: true }),
    url('linkUrl', 'Address', { isRequired: true, placeholder: 'https://' }),
    field({
      name: 'commentary',
      label: 'In a few words',
      maxLength: 5000,
      hint: 'One line. Markdown.',
    }),
    main('Longer note'),
    url('imageUrl', 'Address of an image', { isImage: true, group: 'more' }),
    field({ name: 'imageAlt', label: 'What the image shows', group: 'more' }),
    field({
      name: 'metadata',
      label: 'Metadata',
      control: 'textarea',
      maxLength: 500_000,
      hint: 'A JSON object.',
      group: 'more',
    }),
  ],
} satisfies Record<PostKind, FieldDefinition[]>;

const languageHint = 'A tag such as de or pt-BR, where it is not the site’s language.';

/** The fields of a kind's form: its own, then what every post has. */
export function formFields(
  kind: PostKind,
  choices: FormChoices = { series: [] },
): FieldDefinition[] {
  return [
    ...ownFields[kind],
    field({
      name: 'tags',
      label: 'Tags',
      control: 'tags',
      maxLength: 10_000,
      hint: 'In the order in which they shall stand.',
    }),
    field({
      name: 'slug',
      label: 'Slug',
      maxLength: 64,
      hint: `The end of the ${kinds[kind].label}’s address.`,
      placeholder: 'From the title',
      group: 'publishing',
    }),
    field({
      name: 'publishedAt',
      label: 'Published',
      control: 'datetime',
      maxLength: 16,
      placeholder: 'Now',
      group: 'publishing',
    }),
    field({
      name: 'seriesId',
      label: 'Series',
      control: 'select',
      maxLength: 10,
      choices: [{ value: '', label: 'None' }, ...choices.series],
      group: 'more',
    }),
    url('cardImage', 'Image for cards', {
      isImage: true,
      hint: 'Shown where the post is shared. An address of this site or another.',
      group: 'more',
    }),
    field({
      name: 'lang',
      label: 'Language',
      maxLength: 35,
      hint: languageHint,
      placeholder: 'The site’s',
      group: 'more',
    }),
    field({
      name: 'bodyFormat',
      label: 'Written in',
      control: 'select',
      maxLength: 8,
      isRequired: true,
      choices: [
        { value: 'markdown', label: 'Markdown' },
        { value: 'html', label: 'HTML' },
        { value: 'text', label: 'Plain text' },
      ],
      group: 'more',
    }),
  ];
}
