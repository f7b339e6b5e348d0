package policy

import "strings"

// staffWords are people who work, and words for people in general: none of
// them may become a word for a person served.
const staffWords = " worker workers coworker coworkers colleague colleagues staff staffer staffers employee employees boss bosses manager managers " +
	"management supervisor supervisors director directors ceo hr union unions steward stewards nurse nurses doctor doctors teacher teachers aide aides " +
	"counselor counselors counsellor counsellors therapist therapists caseworker caseworkers clinician clinicians intern interns volunteer volunteers " +
	"admin administrator administrators lead leads team teams crew somebody someone anybody anyone nobody everybody everyone person people man men " +
	"woman women guy guys friend friends neighbor neighbors neighbour neighbours they them he she him her you your we our this that these those one ones " +
	"the and for with what who day week work job shift "

func isStaff(w string) bool {
	return !strings.Contains(w, " ") && strings.Contains(staffWords, " "+strings.TrimSuffix(w, "*")+" ")
}

// labourWords are what is said of pay, hours and organising. A wording made of
// nothing else, little words apart, is about that and nothing else.
const labourWords = " pay paid wage wages salary salaries raise raises overtime hours hour shift shifts schedule schedules scheduling rota rotas staffing " +
	"staffed understaffed shortstaffed staff caseload caseloads workload workloads ratio ratios union unions unionize unionise unionizing unionising organize organise " +
	"organizing organising strike strikes striking picket picketing petition grievance grievances steward contract contracts bargaining bargain boss " +
	"bosses manager managers management supervisor supervisors director ceo hr turnover burnout quit quitting fired firing layoff layoffs benefits pto leave pension " +
	"break breaks osha nlrb lawsuit whistleblower retaliation harassment discrimination underpaid overworked exhausted " +
	"unpaid paycheck bonus sueldo sueldos salario huelga sindicato horas extra jefe jefa gerencia turno turnos toxic work workplace job coworker coworkers colleague colleagues employer conditions mandatory mandated holdover "

const littleWords = " the a an of on in at for to and or our my your their we i is are was were so too not no more less low short bad unsafe safe "

// isLabour reports whether a wording speaks of working conditions alone.
func isLabour(s string) bool {
	found := false
	for w := range strings.FieldsSeq(s) {
		w = " " + strings.TrimSuffix(w, "*") + " "
		if strings.Contains(labourWords, w) {
			found = true
		} else if !strings.Contains(littleWords, w) {
			return false
		}
	}
	return found
}
