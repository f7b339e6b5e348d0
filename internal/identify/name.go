package identify

import "secondlook/internal/text"

// names finds the people a draft names.
func names(doc *text.Doc) []Mention {
	return nil
}
