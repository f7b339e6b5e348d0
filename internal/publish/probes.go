package publish

import (
	"strings"

	"secondlook/internal/policy"
)

// posts are one for each built-in check whose level an agency may change, by the
// check's id: no example of a bundle need meet it.
var posts = map[string]string{
	"story.detail":       "One of my clients lost her job on Friday",
	"story.general":      "My client was in tears at the clinic today",
	"image.work":         "My client painted this, look at those colours",
	"image.consented":    "Photo of my client at her stall, shared with her written consent",
	"demeaning.group":    "clients are such liars, the lot of them",
	"demeaning.stranger": "He wants a third blanket now, the big drama queen, long night on the ward",
	"demeaning.people":   "Eleven years in the shelter and these people never say thank you",
	"demeaning.light":    "when a patient says they only had two beers 😂",
	"boundary.contact":   "Added my client on Facebook last night, is that so bad",
	"boundary.stranger":  "bed 6 followed me on insta from the ward and I followed back",
	"boundary.search":    "googled my client before the intake, could not help myself",
	"boundary.gift":      "my client gave me a necklace for my birthday and I am wearing it",
	"employer.cover":     "Only me awake in the shelter until 7am, forty rooms, wish me luck",
	"employer.matter":    "Our clinic's finance manager got escorted out by security, fingers in the till",
	"employer.secret":    "The ward sister is leaving under a cloud, you didn't hear it from me",
	"employer.voice":     "On behalf of the agency, we believe the judge got it wrong",

	"spanish.demeaning-group": "Estos pacientes son unos animales, no se puede con ellos",
	"spanish.boundary":        "Mi clienta me mandó solicitud en facebook, ¿qué hago?",
}

// ofClient and ofPlace are posts in which a word for clients, or the name of a
// place, makes the difference.
var (
	ofClient = []string{"A {word} told me that she is pregnant with twins", "Just had a {word} in tears, she is fourteen and lost her job on Friday"}
	ofPlace  = []string{"The woman with the twins is at {word} tonight, room nine", "Sat with a client at {word} this morning, she is fourteen"}
)

// probes are posts that no example of the two bundles need hold, but that show
// what changes between them: each new number form, wording and client word,
// each place, each built-in check that was made louder or quieter.
func probes(before, after *policy.Bundle) (out []string) {
	both := []*policy.Bundle{before, after}
	words := func(of func(*policy.Bundle) []string, posts []string) {
		for _, s := range apart(of(before), of(after)) {
			for _, p := range posts {
				out = append(out, strings.ReplaceAll(p, "{word}", s))
			}
		}
	}
	words(clientOnes, ofClient)
	words(placeNames, ofPlace)
	for i := range both {
		for _, l := range both[i].Levels {
			if post := posts[l.Rule]; post != "" && !sameLevel(both[1-i], l) {
				out = append(out, post)
			}
		}
		for r := range both[i].Rules {
			out = append(out, newWordings(&both[i].Rules[r], both[1-i])...)
		}
	}
	return out
}

// apart are the strings that one of the lists has alone.
func apart(a, b []string) (out []string) {
	for i, list := range [][]string{a, b} {
		for _, s := range list {
			if lacks([][]string{b, a}[i], []string{s}) {
				out = append(out, s)
			}
		}
	}
	return out
}

func clientOnes(b *policy.Bundle) (out []string) {
	for _, w := range b.Clients {
		out = append(out, w.One)
	}
	return out
}

func placeNames(b *policy.Bundle) (out []string) {
	for _, n := range b.Names {
		out = append(out, n.Text)
	}
	return out
}

func sameLevel(b *policy.Bundle, l policy.LevelChange) bool {
	for _, o := range b.Levels {
		if o.Rule == l.Rule {
			return o.Level == l.Level
		}
	}
	return false
}

// newWordings are posts made of what a rule looks for and the rule of the same id
// in the other bundle does not. A rule that is new has examples of its own.
func newWordings(r *policy.AgencyRule, other *policy.Bundle) (out []string) {
	for i := range other.Rules {
		o := &other.Rules[i]
		if o.ID != r.ID {
			continue
		}
		for k, list := range r.Lists {
			for _, s := range list {
				if k >= len(o.Lists) || lacks(o.Lists[k], []string{s}) {
					out = append(out, post(r, k, s))
				}
			}
		}
	}
	return out
}

// post is a sentence that has s of list k, and the first of every other list.
func post(r *policy.AgencyRule, k int, s string) string {
	if r.Kind == policy.MaskList {
		return "Closed " + strings.NewReplacer("#", "7", "@", "K").Replace(s) + " today"
	}
	var parts []string
	for i, list := range r.Lists {
		if i == k {
			parts = append(parts, strings.TrimSuffix(s, "*"))
		} else {
			parts = append(parts, strings.TrimSuffix(list[0], "*"))
		}
	}
	return "Today " + strings.Join(parts, " and ")
}
