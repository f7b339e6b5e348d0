package identify

import (
	"strings"

	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// mailHosts are the providers people spell out in a post.
const mailHosts = " gmail hotmail yahoo outlook aol icloud live msn proton protonmail googlemail btinternet eircom bigpond comcast att verizon ymail "

const domainEndings = " com org net edu gov ie uk ca au us co info io me "

// emails finds a@b.c and its spoken and spaced forms: "jo at gmail dot com",
// "t a r i q at gmail".
func (r *reader) emails() {
	for i := range r.tok {
		if r.tok[i].Kind == text.Email {
			r.mail(i, i+1, 980)
			continue
		}
		if w := r.tok[i].Word; w != "@" && w != "at" {
			continue
		}
		if end := r.uncut(i); end > i {
			r.mail(r.gluedFrom(i), end, 950)
			continue
		}
		if i == 0 || !strings.Contains(mailHosts, " "+r.word(i+1)+" ") {
			continue
		}
		end := i + 2
		if r.is(end, ". dot") && strings.Contains(domainEndings, " "+r.word(end+1)+" ") {
			end += 2
		} else if r.tok[i].Word == "at" && r.single(i-1) == i-1 && !r.flag(i-1, text.Disguised) && !r.is(i-2, "dot mail email") {
			continue // "a job at yahoo"
		}
		r.mail(r.local(i), end, 900)
	}
}

// uncut gives the token after an address whose @ stands at token i and which
// the reader of tokens left in pieces, or i.
func (r *reader) uncut(i int) int {
	if !r.is(i, "@") || !r.flag(i, text.Glued) || !r.flag(i+1, text.Glued) {
		return i
	}
	if r.kind(i+1, text.URL) {
		return i + 2
	}
	end, dot := i+1, false
	for r.in(end) && r.flag(end, text.Glued|text.Hyphen) && (r.tok[end].Kind <= text.Number || r.is(end, ".") && r.flag(end+1, text.Glued)) {
		dot = dot || r.tok[end].Word == "."
		end++
	}
	if !dot {
		return i
	}
	return end
}

// gluedFrom gives the first of the tokens written without a space that end
// before i.
func (r *reader) gluedFrom(i int) int {
	for i > 0 && r.flag(i, text.Glued|text.Hyphen) && (r.tok[i-1].Kind <= text.Number || r.is(i-1, ". + _")) {
		i--
	}
	return i
}

func (r *reader) mail(first, last, sure int) {
	m := r.emit(first, last, verdict.Email, verdict.NoPart, r.joined(first, last), sure)
	m.Direct = true
}

// local gives the first token of a spelled-out mailbox that ends before i.
func (r *reader) local(i int) int {
	first := i - 1
	for {
		first = r.single(first)
		switch {
		case r.is(first-1, ". dot dash underscore") && r.in(first-2) && r.tok[first-2].Kind != text.Break:
			first -= 2
		case r.flag(first, text.Hyphen|text.Glued) && r.in(first-1) && r.tok[first-1].Kind != text.Punct:
			first--
		default:
			return first
		}
	}
}

// single gives the first of the one-letter tokens in a row that end with i.
func (r *reader) single(i int) int {
	for r.in(i-1) && len(r.tok[i].Plain) == 1 && len(r.tok[i-1].Plain) == 1 && r.tok[i-1].Kind <= text.Number && !r.is(i-1, "i a") {
		i--
	}
	return i
}

// joined is the loose form of tokens [first,last) without spaces.
//
//go:noinline
func (r *reader) joined(first, last int) string {
	if last == first+1 {
		return r.tok[first].Word
	}
	var b strings.Builder
	for i := first; i < last; i++ {
		b.WriteString(r.tok[i].Word)
	}
	return b.String()
}

// links finds addresses of the web, handles, and handles told by the name of
// their site: "insta: jo.p", "my snap is jo_p", "u/jo".
func (r *reader) links() {
	for i := range r.tok {
		switch {
		case r.tok[i].Kind == text.URL:
			r.emit(i, i+1, verdict.URL, verdict.NoPart, r.tok[i].Word, 950)
		case r.is(i, "http https") && r.is(i+1, ":") && r.is(i+2, "/") && r.is(i+3, "/"):
			end := i + 4
			for r.in(end) && r.flag(end, text.Glued|text.Hyphen) {
				end++
			}
			r.emit(i, end, verdict.URL, verdict.NoPart, r.joined(i, end), 950)
		case r.tok[i].Kind == text.Handle:
			r.emit(i, i+1, verdict.Handle, verdict.NoPart, r.tok[i].Word, 900)
		case r.is(i, "u") && r.is(i+1, "/") && r.flag(i+1, text.Glued) && r.flag(i+2, text.Glued):
			r.emit(i, r.handleEnd(i+2), verdict.Handle, verdict.NoPart, r.joined(i+2, r.handleEnd(i+2)), 900)
		case r.alone(i, handleWordClass):
			r.named(i)
		}
	}
}

// named finds the handle that follows the name of its site at token i.
func (r *reader) named(i int) {
	at := i + 1
	if r.is(at, "tag name user handle username") {
		at++
	}
	if !r.is(at, ": = is -> →") || !(r.kind(at+1, text.Word) || r.kind(at+1, text.Number)) {
		return
	}
	end := r.handleEnd(at + 1)
	made := end > at+2 || strings.ContainsAny(r.tok[at+1].Plain, "0123456789_")
	if !made && (r.tok[at].Word == "is" || r.node[at+1] != noNode || !r.ends(end)) {
		return // "facebook is down"
	}
	r.emit(at+1, end, verdict.Handle, verdict.NoPart, r.joined(at+1, end), 800)
}

// handleEnd gives the token after the handle that begins at token i.
func (r *reader) handleEnd(i int) int {
	i++
	for r.in(i) && r.flag(i, text.Glued|text.Hyphen) && r.tok[i].Kind != text.Clitic {
		if r.tok[i].Kind == text.Punct && (!r.is(i, ". _ -") || !r.flag(i+1, text.Glued)) {
			break
		}
		i++
	}
	return i
}
