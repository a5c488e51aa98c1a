// The field to search with. It sends the reader to the page of results with what it is limited to.
import { emptySearch, type SearchQuery, toParams } from '@/lib/search/query';
import { urls } from '@/lib/urls';

type SearchFormProps = {
  /** What is searched: besides the text everything is carried along. */
  query?: Partial<SearchQuery>;
  /** For those who do not see where the field stands. */
  label: string;
  placeholder?: string;
  /** On the page of results the field shows what was looked for, and results follow the typing. */
  isLive?: boolean;
};

export function SearchForm({ query = {}, label, placeholder, isLive = false }: SearchFormProps) {
  const { text = '', ...limits } = query;
  const carried = [...toParams({ ...emptySearch, ...limits, page: 1 })];
  return (
    <search aria-label={label}>
      <form
        className="search-form"
        action={urls.search()}
        {...(isLive && { 'data-live-search': '' })}
      >
        <input
          type="search"
          name="q"
          aria-label={label}
          placeholder={placeholder}
          defaultValue={text}
          maxLength={400}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
        />
        {carried.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <button type="submit">Search</button>
      </form>
      {/* Says to those who listen to the page what their typing came to. */}
      {isLive && <p className="visually-hidden" role="status" data-search-status="" />}
    </search>
  );
}
