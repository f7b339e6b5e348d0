package text

import "strings"

// splitSentences fills Doc.Sentences and the tokens' Sentence and Opening.
// Every token belongs to one sentence; the line break that ends a sentence is
// its last token and lies outside its span.
func (d *Doc) splitSentences() {
	first, opened := 0, false
	for i := 0; i < len(d.Tokens); i++ {
		t := &d.Tokens[i]
		t.Sentence = len(d.Sentences)
		if !opened && t.Kind != Punct && t.Kind != Break && t.Kind != Emoji && t.Kind != Clitic {
			t.Flags |= Opening
			opened = true
		}
		if t.Kind != Break && !d.terminal(i, first) {
			continue
		}
		end := i + 1
		if t.Kind != Break {
			end = d.trailing(end)
		}
		for ; i+1 < end; i++ {
			d.Tokens[i+1].Sentence = len(d.Sentences)
		}
		d.closeSentence(first, end)
		first, opened = end, false
	}
	if first < len(d.Tokens) {
		d.closeSentence(first, len(d.Tokens))
	}
}

func (d *Doc) closeSentence(first, last int) {
	end := last
	if end-first > 1 && d.Tokens[end-1].Kind == Break {
		end--
	}
	d.Sentences = append(d.Sentences, Sentence{d.Cover(first, end), first, last})
}

// trailing gives the end of what stays with a finished sentence: more marks,
// closing quotes and brackets, emoji, a line break.
func (d *Doc) trailing(i int) int {
	for i < len(d.Tokens) {
		t := &d.Tokens[i]
		switch {
		case t.Kind == Break:
			return i + 1
		case t.Kind == Emoji:
		case t.Kind == Punct && t.Has(Glued) && strings.Contains("!?.…)]}»”", t.Word):
		case t.Kind == Punct && t.Has(Glued) && (t.Word == "\"" || t.Word == "'") && !d.gluedNext(i):
		default:
			return i
		}
		i++
	}
	return i
}

func (d *Doc) gluedNext(i int) bool {
	return i+1 < len(d.Tokens) && d.Tokens[i+1].Has(Glued) && d.Tokens[i+1].Kind != Punct
}

// terminal reports whether token i ends the sentence that began at token first.
func (d *Doc) terminal(i, first int) bool {
	t := &d.Tokens[i]
	if t.Kind != Punct {
		return false
	}
	switch t.Word {
	case "!", "?", "…", "。", "؟", "।", "‼", "⁉", "⁈", "⁇":
		return true
	case ".":
	default:
		return false
	}
	if i+1 >= len(d.Tokens) {
		return true
	}
	next := &d.Tokens[i+1]
	if next.Has(Glued) && (next.Kind == Word || next.Kind == Number) {
		return next.Has(Capital) && i > first && len(d.Tokens[i-1].Word) > 1
	}
	return i == 0 || !t.Has(Glued) || !d.abbreviated(i, first)
}

// The abbreviations before a full stop that is not a terminal: ahead of
// anything, ahead of a word that is not capitalised, ahead of a number.
const (
	titles = " dr mr mrs ms mx st prof sgt lt capt det rev hon gov sen rep messrs vs eg ie approx dept cf det "
	shorts = " pt pts etc jr sr inc ltd co am pm us uk dc md rn yo mo mos yr yrs wk wks hr hrs min mins sec lb lbs oz ave blvd rd apt ste tx dx hx rx sx fx ext est fig al aka "
	counts = " no nos p pp pg ch sec vol jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun rm wt ht "
)

// abbreviated reports whether the full stop at token i belongs to an
// abbreviation, an initial or a number in a list.
func (d *Doc) abbreviated(i, first int) bool {
	before, next := &d.Tokens[i-1], &d.Tokens[i+1]
	if before.Kind == Number {
		return i-1 == first
	}
	if before.Kind != Word || next.Kind == Break {
		return false
	}
	word := " " + before.Word + " "
	capital := next.Kind == Word && next.Flags&(Capital|AllCaps) != 0
	switch {
	case len(before.Plain) == 1 && before.Has(Capital):
		return before.Word != "i" && !(capital && isEnglish(next.Word))
	case strings.Contains(titles, word):
		return true
	case strings.Contains(shorts, word), strings.Contains(before.Plain, "."):
		return !capital
	case strings.Contains(counts, word):
		return next.Kind == Number
	}
	return false
}
