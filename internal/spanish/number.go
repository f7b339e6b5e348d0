package spanish

import (
	"strings"

	"secondlook/internal/identify"
	"secondlook/internal/verdict"
)

// record reads "expediente 12345", "caso núm. 17-JV-204", "DNI 12345678Z".
func (r *Draft) record(i int) (int, identify.Mention) {
	if !r.has(i, record) {
		return i, none
	}
	at := i + 1
	for range 4 {
		if m := r.mark(at); r.has(at, recordMore) && !r.digits(at) || m == "." || m == ":" || m == "#" || m == "°" || m == "º" {
			at++
		}
	}
	if at >= len(r.is) {
		return i, none
	}
	last := at
	for last < len(r.is) && last < at+6 && (last == at || r.doc.Tokens[last].Start == r.doc.Tokens[last-1].End || r.doc.Tokens[last-1].End+1 == r.doc.Tokens[last].Start && strings.ContainsAny(r.doc.Source[r.doc.Tokens[last-1].End:r.doc.Tokens[last].Start], "-/")) && r.mark(last) != "." && r.mark(last) != "," {
		last++
	}
	if !coded(r.doc.Source[r.doc.Tokens[at].Start:r.doc.Tokens[last-1].End]) {
		return i, none
	}
	end, m := r.found(at, last, verdict.RecordID, verdict.NoPart, 850)
	m.Direct = true
	return end, m
}

// coded reports whether a text is a number of a record: four digits or more,
// letters or none, no spaces. A year by itself is none.
func coded(s string) bool {
	digits := 0
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c == ' ' || c == '$':
			return false
		}
	}
	return digits >= 4 && !(len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20")))
}

// address reads "calle Hidalgo 45", "Av. de los Maestros #120".
func (r *Draft) address(i int) (int, identify.Mention) {
	if !r.has(i, road) || r.word(i) == "c" && r.mark(i+1) != "/" {
		return i, none
	}
	at := i + 1
	if m := r.mark(at); m == "." || m == "/" {
		at++
	}
	last := at
	for last < len(r.is) && last < at+6 && (r.capital(last) || last > at && r.has(last, particle) || r.has(last, particle) && (r.capital(last+1) || r.capital(last+2)) || r.digits(at) && last == at) {
		last++
	}
	if last == at {
		return i, none
	}
	house := last
	for m := r.mark(house); m == "," || m == "#" || r.word(house) == "num" || r.word(house) == "numero" || r.word(house) == "no" || m == "."; m = r.mark(house) {
		house++
	}
	if !r.digits(house) {
		return r.found(i, last, verdict.Location, verdict.PartPlace, 800)
	}
	end, m := r.found(i, house+1, verdict.Address, verdict.NoPart, 900)
	m.Direct = true
	return end, m
}
