package policy

import (
	"slices"
	"strconv"
	"strings"
)

func (a *admission) facts() {
	f := &a.b.Facts
	a.dates(f)
	if len(f.Jurisdictions) == 0 {
		a.refuse("form", "policy", "jurisdiction is missing: whose law does it follow? [US, US-OR]")
	}
	for _, s := range f.Settings {
		if !slices.Contains(Settings, s) {
			a.refuse("form", "policy", "setting "+s+" is none of "+strings.Join(Settings, ", "))
		}
	}
	for _, r := range f.Reviews {
		if !slices.Contains([]string{"legal", "hr", "staff"}, r.Role) || r.By == "" {
			a.refuse("form", "policy", "reviewed_by names legal, hr and staff, each with by and on")
		}
		a.date("reviewed_by "+r.Role, r.On)
	}
	for _, b := range f.Basis {
		if !knownCite(b.Cite) {
			a.refuse("cite", "policy", "legal_basis: "+b.Cite+" is none of "+strings.Join(Cites, ", "))
		}
		a.date("legal_basis "+b.Cite, b.On)
	}
	for _, r := range f.Areas {
		if !slices.Contains(Areas, r.Area) {
			a.refuse("form", "policy", "area "+r.Area+" is none of "+strings.Join(Areas, ", "))
		}
		if !a.hasPage(r.Page) {
			a.refuse("form", "policy", "area "+r.Area+" names "+r.Page+", but there is no guidance/"+r.Page+".md")
		}
	}
	for i, name := range []string{"consequences", "support_if_targeted", "how_to_revise", "private_life", "rights_notice", "training", "benefits"} {
		a.text("policy", name, *f.texts()[i], i != 5 && i != 6)
	}
	if f.Contact == "" || len(f.Contact) > 200 {
		a.refuse("form", "policy", "contact is missing: whom does a worker ask?")
	}
	a.rights(f)
}

// rights holds the notice to what a rights line must name; general words of
// goodwill do not help a worker who wants to know.
func (a *admission) rights(f *Facts) {
	for _, s := range f.Rights {
		if s.Lang != "en" {
			continue
		}
		t := " " + loosely(s.Text) + " "
		for _, any := range [][]string{{"pay", "wages"}, {"hours"}, {"staffing", "caseloads", "caseload"}, {"union", "unions", "organizing", "organising", "organize"}} {
			if !slices.ContainsFunc(any, func(w string) bool { return strings.Contains(t, " "+w+" ") }) {
				a.refuse("wording", "policy", "rights_notice does not name "+any[0]+": it says that pay, hours, staffing and unions may be talked about")
			}
		}
	}
}

func (a *admission) dates(f *Facts) {
	a.date("drafted_on", f.Drafted)
	a.date("reviewed_on", f.Reviewed)
	a.date("next_review", f.NextReview)
	if !isDate(f.Reviewed) || !isDate(f.NextReview) {
		return
	}
	year, _ := strconv.Atoi(f.Reviewed[:4])
	latest := strconv.Itoa(year+1) + f.Reviewed[4:]
	if f.NextReview <= f.Reviewed || f.NextReview > latest {
		a.refuse("dates", "policy", "next_review is at most a year after reviewed_on: "+latest+" at the latest")
	}
}

func (a *admission) date(what, s string) {
	if !isDate(s) {
		a.refuse("dates", "policy", what+" is a date like 2026-03-31, not \""+s+"\"")
	}
}

// isDate reports whether s is a day of the form 2026-03-31.
func isDate(s string) bool {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return false
	}
	year, e1 := strconv.Atoi(s[:4])
	month, e2 := strconv.Atoi(s[5:7])
	day, e3 := strconv.Atoi(s[8:])
	if e1 != nil || e2 != nil || e3 != nil || year < 2000 || month < 1 || month > 12 || day < 1 {
		return false
	}
	days := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
	if month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		days++
	}
	return day <= days
}
