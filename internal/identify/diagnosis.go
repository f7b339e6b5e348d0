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
		if !r.wake[i].meets(diagnosisStarts) {
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
	if r.is(end, "patient", "survivor", "group", "ward", "diagnosis", "symptoms", "medication", "meds", "treatment") && end == i+1 && r.alone(end, diagnosisClass) {
		end++
	}
	return r.health(i, end, value, sure)
}

// figure reports words that speak of illness but mean none.
func (r *reader) figure(i, end int) bool {
	switch r.word(i) {
	case "stroke":
		return r.is(end, "of", "me")
	case "heart":
		return r.is(i-1, "a", "me") && r.is(i-2, "me", "gave", "mini", "having")
	case "blind":
		return r.is(end, "date", "spot", "spots", "eye", "sided", "trust") || r.is(i-1, "double", "color", "turned", "turn")
	case "deaf":
		return r.is(end, "ears")
	case "mute":
		return r.is(i-1, "on", "hit", "on", "to", "yourself") || r.is(end, "button", "the", "him", "her", "them")
	case "fever":
		return r.is(i-1, "cabin", "baby", "spring", "hay", "playoff")
	case "burn", "burns":
		return r.is(end, "out")
	case "crash", "crashed":
		return r.is(end, "course", "on", "at", "into", "early")
	case "addict", "addicted", "paranoid", "delusional", "bipolar", "ocd", "triggered":
		return r.is(i-1, "coffee", "so", "am", "i'm", "totally", "little", "bit") && r.is(end, "to", "about")
	case "died", "dead", "dying":
		return r.is(end, "inside", "laughing", "of", "to", "for", "lol") && !r.is(end+1, "a", "cancer")
	case "depression", "anxiety":
		return r.is(i-1, "sunday", "great") || r.is(i-1, "my", "our") && r.ends(end)
	case "labor", "labour":
		return r.is(end, "union", "board", "law", "laws", "party", "day", "shortage", "dispute", "costs", "movement", "of", "rights", "relations", "council", "mp", "government") || r.is(i-1, "manual", "cheap", "organized", "organised", "emotional", "free", "unpaid", "child", "the")
	case "surgery":
		return r.is(i-1, "the", "gp", "our", "my") && r.ends(end)
	case "disability", "disabilities", "disabled", "addiction", "domestic", "suicide", "abuse", "child":
		return r.is(end, "benefits", "awareness", "prevention", "services", "rights", "month", "law", "act", "studies", "research", "training", "leave", "hotline", "lifeline")
	case "meds":
		return !r.is(i-1, "his", "her", "their", "off", "taking", "psych", "stopped", "refused", "refusing")
	case "sober", "detox", "rehab":
		return r.is(end, "living")
	}
	return false
}

// clean reads "four weeks clean", "sober 6 months", "90 days sober",
// "clean and sober", "got clean" at token i.
func (r *reader) clean(i int) int {
	if _, at, ok := r.number(i); ok && r.alone(at, unitClass) && !r.flag(i, text.Glued) {
		if r.is(at+1, "clean", "sober", "in") && (r.tok[at+1].Word != "in" || r.is(at+2, "recovery")) {
			end := at + 2
			if r.is(at+1, "in") {
				end++
			} else if r.is(end, "and") && r.is(end+1, "sober") {
				end += 2
			}
			return r.health(i, end, "sober", 920)
		}
		if r.is(at+1, "pregnant", "along", "postpartum", "gestation") {
			return r.health(i, at+2, "pregnant", 920)
		}
	}
	if !r.is(i, "clean", "sober") {
		return i
	}
	if r.is(i+1, "and") && r.is(i+2, "sober") {
		return r.health(i, i+3, "sober", 920)
	}
	if r.is(i, "clean") && (r.is(i-1, "got", "getting", "stay", "staying", "stayed") || r.is(i-1, "been") && r.is(i+1, "for", "since")) && !r.is(i+1, "up", "house", "the", "water", "clothes", "sheets", "air", "of") {
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
		if r.alone(at, ownerClass) || r.is(at, "the", "a") {
			at++
		}
		if r.is(at, "left", "right", "both") {
			at++
		}
		strong := !r.is(i, "lost", "broke", "missing", "plastic", "bleeding")
		if !r.alone(at, bodyClass) || !strong && at == i+1 || r.is(at, "head", "face", "heart", "back", "mouth", "hand", "hands") && r.is(i, "lost", "broke", "missing") || r.is(at, "heart", "hearts") && r.is(i, "broken") {
			return i
		}
		return r.health(i, at+1, r.joined(i, at+1), 850)
	case r.alone(i, bodyClass) && r.alone(at, ailmentClass):
		return r.health(i, at+1, r.joined(i, at+1), 870)
	case r.alone(i, ailmentClass) && r.is(at, "in", "on", "to") && (r.alone(at+1, ownerClass) || r.is(at+1, "the")) && r.alone(at+2, bodyClass):
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
	if strings.Contains(" sympathy empathy telepathy nostalgia academia bohemia psychopathy antipathy trophy catastrophy bureauitis mondayitis senioritis ", " "+w+" ") {
		return i
	}
	for _, e := range illEndings {
		if strings.HasSuffix(w, e) {
			return r.health(i, i+1, w, 820)
		}
	}
	return i
}
