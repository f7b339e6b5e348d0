package identify

import (
	"strings"

	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// diagnoses finds diagnoses, disabilities, medical events and procedures,
// recovery and medicines: from the list, by a body part with what ails it, by
// a count of days clean, and by the endings of medical words.
func (r *reader) diagnoses() {
	for i := 0; i < len(r.tok); i++ {
		if r.wake[i]&diagnosisWake == 0 {
			continue
		}
		end := i
		for _, form := range [...]func(*reader, int) int{(*reader).clean, (*reader).ailing, (*reader).listed, (*reader).ending} {
			if end = form(r, i); end > i {
				break
			}
		}
		i = max(i, end-1)
	}
}

//go:noinline
func (r *reader) health(first, last int, value string, sure int) int {
	r.emit(first, last, verdict.Diagnosis, verdict.PartHealth, value, sure)
	return last
}

func (r *reader) listed(i int) int {
	end, e := r.match(i, diagnosisClass)
	if e == nil || e.need != 0 && r.flag(i, text.Hyphen) {
		return i
	}
	value, sure := e.value, int(e.sure)
	if e.rest == "" && (r.alone(end, notIllClass) || r.is(end, "of") && r.alone(end+1, notIllClass)) || (end == i+1 || r.tok[i].Word == "heart") && r.figure(i, end) {
		sure = 200
	}
	if r.is(end, "ward meds group patient survivor symptoms diagnosis treatment medication") && end == i+1 && r.alone(end, diagnosisClass) {
		end++
	}
	return r.health(i, end, value, sure)
}

// figure reports words that speak of illness but mean none.
func (r *reader) figure(i, end int) bool {
	switch r.word(i) {
	case "stroke":
		return r.is(end, "of me")
	case "heart":
		return r.is(i-1, "a me") && r.is(i-2, "me gave mini having")
	case "blind":
		return r.is(end, "eye date spot spots sided trust") || r.is(i-1, "turn color double turned")
	case "birth":
		return r.is(end, "dad mom mum date dads moms mums plan family father mother parent fathers mothers parents control families certificate")
	case "deaf":
		return r.is(end, "ears")
	case "mute":
		return r.is(i-1, "on to hit yourself") || r.is(end, "the him her them button")
	case "fever":
		return r.is(i-1, "hay baby cabin spring playoff")
	case "burn", "burns":
		return r.is(end, "out")
	case "crash", "crashed":
		return r.is(end, "on at into early course")
	case "addict", "addicted", "paranoid", "delusional", "bipolar", "ocd", "triggered":
		return r.is(i-1, "so am i'm bit coffee little totally") && r.is(end, "to about")
	case "died", "dead", "dying":
		return r.is(end, "of to for lol inside laughing") && !r.is(end+1, "a cancer")
	case "depression", "anxiety":
		return r.is(i-1, "great sunday") || r.is(i-1, "my our") && r.ends(end)
	case "labor", "labour":
		return r.is(end, "of mp law day laws union board party costs rights dispute council shortage movement relations government") || r.is(i-1, "the free cheap child manual unpaid organized organised emotional")
	case "surgery":
		return r.is(i-1, "gp my the our") && r.ends(end)
	case "disability", "disabilities", "disabled", "addiction", "domestic", "suicide", "abuse", "child":
		return r.is(end, "law act month leave rights studies hotline benefits services research training lifeline awareness prevention")
	case "meds":
		return !r.is(i-1, "his her off their psych taking stopped refused refusing")
	case "sober", "detox", "rehab":
		return r.is(end, "living")
	}
	return false
}

// clean reads "four weeks clean", "sober 6 months", "90 days sober",
// "clean and sober", "got clean" at token i.
func (r *reader) clean(i int) int {
	if _, at, ok := r.number(i); ok && r.alone(at, unitClass) && !r.flag(i, text.Glued) {
		if r.is(at+1, "in clean sober") && (r.tok[at+1].Word != "in" || r.is(at+2, "recovery")) {
			end := at + 2
			if r.is(at+1, "in") {
				end++
			} else if r.is(end, "and") && r.is(end+1, "sober") {
				end += 2
			}
			return r.health(i, end, "sober", 920)
		}
		if r.is(at+1, "along pregnant gestation postpartum") {
			return r.health(i, at+2, "pregnant", 920)
		}
	}
	if !r.is(i, "clean sober") {
		return i
	}
	if r.is(i+1, "and") && r.is(i+2, "sober") {
		return r.health(i, i+3, "sober", 920)
	}
	if r.is(i, "clean") && (r.is(i-1, "got stay stayed getting staying") || r.is(i-1, "been") && r.is(i+1, "for since")) && !r.is(i+1, "up of the air house water sheets clothes") {
		return r.health(i, i+1, "sober", 700)
	}
	return i
}

// ailing reads "broken hip", "brain injury", "cancer in his bones", "lost his
// leg" at token i.
func (r *reader) ailing(i int) int {
	at := i + 1
	switch {
	case r.alone(i, hurtClass):
		if r.alone(at, ownerClass) || r.is(at, "a the") {
			at++
		}
		if r.is(at, "left both right") {
			at++
		}
		strong := !r.is(i, "lost broke missing plastic bleeding")
		if !r.alone(at, bodyClass) || !strong && at == i+1 || r.is(at, "head face back hand heart mouth hands") && r.is(i, "lost broke missing") || r.is(at, "heart hearts") && r.is(i, "broken") {
			return i
		}
		return r.health(i, at+1, r.joined(i, at+1), 850)
	case r.alone(i, bodyClass) && r.alone(at, ailmentClass):
		return r.health(i, at+1, r.joined(i, at+1), 870)
	case r.alone(i, ailmentClass) && r.is(at, "in on to") && (r.alone(at+1, ownerClass) || r.is(at+1, "the")) && r.alone(at+2, bodyClass):
		return r.health(i, at+3, r.joined(i, at+3), 850)
	}
	return i
}

// drugEndings and illEndings are what words of medicine end with.
var (
	drugEndings = [...]string{"olol", "statin", "oxetine", "idone", "azepam", "cillin", "mycin", "prazole", "sartan", "gliptin", "zumab", "ximab", "lukast", "opram", "tidine", "floxacin", "azole", "triptan", "tadine", "apine", "parin", "semide", "thiazide", "setron", "amivir", "ciclovir", "cyclovir", "codone", "morphone"}
	illEndings  = [...]string{"itis", "ectomy", "ostomy", "otomy", "plasty", "emia", "aemia", "pathy", "sarcoma", "carcinoma", "blastoma", "plegia", "paresis", "phrenia", "rrhage", "algia", "sclerosis", "thrombosis", "fibrosis", "stenosis", "psychosis", "cytosis", "cephaly", "trophy", "scopy", "megaly"}
)

// ending reads a medicine or an illness that no list has by its ending.
func (r *reader) ending(i int) int {
	if r.tok[i].Kind != text.Word || r.node[i] != noNode {
		return i
	}
	w := r.tok[i].Word
	if len(w) < 8 || len(w) > 24 {
		return i
	}
	for _, e := range drugEndings {
		if strings.HasSuffix(w, e) {
			return r.health(i, i+1, w, 850)
		}
	}
	if listed("trophy empathy bohemia sympathy academia telepathy nostalgia antipathy bureauitis mondayitis senioritis psychopathy catastrophy", w) {
		return i
	}
	for _, e := range illEndings {
		if strings.HasSuffix(w, e) {
			return r.health(i, i+1, w, 820)
		}
	}
	return i
}
