package publish

import (
	"fmt"
	"io"
	"strings"
)

// partNames say what a part of the proof tried.
var partNames = map[string]string{
	"texts":     "texts read for names, addresses, codes and wordings that scold",
	"examples":  "examples of your own rules",
	"practice":  "practice posts",
	"protected": "sentences about pay, hours, staffing, safety and unions",
	"slotted":   "such sentences with your own words put in",
	"silence":   "sentences that point at nobody",
}

// codeNames head the reasons of one sort.
var codeNames = []struct{ code, head string }{
	{"form", "Missing, twice, or not as it is written"},
	{"dates", "Dates"},
	{"category", "Not for an agency's rules"},
	{"cite", "Law and ethics need their source"},
	{"cap", "Louder or quieter than an agency may choose"},
	{"staff", "Words about staff or about work"},
	{"mask", "Number forms"},
	{"link", "Links"},
	{"page", "Guidance"},
	{"wording", "Wording"},
	{"person", "Names of persons"},
	{"secret", "Addresses, codes, numbers"},
	{"example", "Your own examples"},
	{"labour", "Speaks of labour speech, which is left alone"},
	{"silence", "Speaks where there is nothing to say"},
	{"budget", "Takes too long"},
}

// PartName says what a part of the proof tried.
func PartName(part string) string { return partNames[part] }

// SortName heads the reasons of one sort against a bundle.
func SortName(code string) string {
	for _, c := range codeNames {
		if c.code == code {
			return c.head
		}
	}
	return code
}

// mostShown is how many reasons of one sort are printed; the JSON has all.
const mostShown = 12

// Write prints the report for a person.
func (r *Report) Write(w io.Writer) {
	fmt.Fprintf(w, "%s (%s), %d bytes\n\n", r.Name, r.Agency, r.Bytes)
	for _, p := range r.Parts {
		fmt.Fprintf(w, "  %6d  %s\n", p.Steps, partNames[p.Part])
	}
	if len(r.Parts) > 0 {
		fmt.Fprintln(w)
	}
	for _, c := range codeNames {
		r.writeSort(w, c.code, c.head)
	}
	if len(r.Advice) > 0 {
		fmt.Fprintln(w, "Good to know (does not stop it):")
		for _, a := range r.Advice {
			fmt.Fprintf(w, "  - %s\n", a)
		}
		fmt.Fprintln(w)
	}
	if r.OK {
		fmt.Fprintln(w, "Nothing speaks against it.")
		return
	}
	fmt.Fprintf(w, "Not yet: %s to change.\n", count(len(r.Refused), "thing", "things"))
}

func (r *Report) writeSort(w io.Writer, code, head string) {
	shown, more := 0, 0
	for _, f := range r.Refused {
		if f.Code != code {
			continue
		}
		if shown == 0 {
			fmt.Fprintf(w, "%s:\n", head)
		}
		if shown++; shown > mostShown {
			more++
			continue
		}
		place := f.Where
		if f.Place != "" {
			place = f.Place + ", " + f.Where
		}
		fmt.Fprintf(w, "  - %s\n      %s\n", place, f.Why)
		if f.Sentence != "" {
			fmt.Fprintf(w, "      > %s\n", strings.ReplaceAll(f.Sentence, "\n", " "))
		}
	}
	if more > 0 {
		fmt.Fprintf(w, "  - and %s (--json lists them)\n", count(more, "more like these", "more like these"))
	}
	if shown > 0 {
		fmt.Fprintln(w)
	}
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
