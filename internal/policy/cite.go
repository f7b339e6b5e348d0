package policy

import "slices"

// Cites are the laws and codes that a rule may rest on. Each has its words in
// the locale under cite_ and this key.
var Cites = []string{
	"42cfr2", "aca_h6", "ferpa_99_3", "hipaa_164_514", "nasw_1_06", "nasw_1_07", "nasw_1_12", "vawa_12291",
}

func knownCite(c string) bool { return slices.Contains(Cites, c) }

// Areas are the questions that staff have of a policy.
var Areas = []string{
	"phones", "data", "privacy_law", "state_federal", "personal_posts", "client_behaviour", "friending",
	"searching", "emergencies", "recording", "attacks",
}

// Settings are the fields of work a policy may be written for.
var Settings = []string{
	"child-welfare", "shelter", "health", "mental-health", "substance-use", "school", "justice", "housing", "aging",
	"disability", "other",
}
