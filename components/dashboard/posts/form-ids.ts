/** The form of what is ticked, and the form of the buttons that mean one post. */
export const listForm = 'list-form';
export const rowForm = 'row-form';
