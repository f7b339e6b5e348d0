package text

// markQuoted sets Quoted on the tokens between double quotation marks that
// close before the next line break. A mark after a number (5'10") opens nothing.
func (d *Doc) markQuoted() {
	open := -1
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Kind == Break {
			open = -1
			continue
		}
		if t.Kind != Punct || t.Plain != `"` {
			continue
		}
		switch {
		case open >= 0:
			for j := open + 1; j < i; j++ {
				d.Tokens[j].Flags |= Quoted
			}
			open = -1
		case i > 0 && t.Has(Glued) && d.Tokens[i-1].Kind == Number:
		default:
			open = i
		}
	}
}
