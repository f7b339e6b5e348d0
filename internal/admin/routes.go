package admin

import "secondlook/internal/trust"

// route is one page or deed, and who may ask for it.
type route struct {
	method, path string
	who          access
	do           func(*Admin, *visit) error
	most         int64 // bytes of an upload; 0 for forms of text
}

// routes are all there are.
var routes = []route{
	{"GET", "/admin/begin", anyone, (*Admin).beginForm, 0},
	{"POST", "/admin/begin", anyone, (*Admin).begin, 0},
	{"GET", "/admin/join", anyone, (*Admin).joinForm, 0},
	{"POST", "/admin/join", anyone, (*Admin).join, 0},
	{"GET", "/admin/sign-in", anyone, (*Admin).signInForm, 0},
	{"POST", "/admin/sign-in", anyone, (*Admin).signIn, 0},

	{"GET", "/admin/second", entered, (*Admin).second, 0},
	{"POST", "/admin/second", entered, (*Admin).setSecond, 0},
	{"POST", "/admin/sign-out", entered, (*Admin).signOut, 0},

	{"GET", "/admin/{$}", author, (*Admin).home, 0},
	{"GET", "/admin/rules", author, (*Admin).rules, 0},
	{"GET", "/admin/rules.zip", author, (*Admin).download, 0},
	{"GET", "/admin/rule", author, (*Admin).ruleForm, 0},
	{"POST", "/admin/rule", author, (*Admin).saveRule, 0},
	{"POST", "/admin/rule/remove", author, (*Admin).dropRule, 0},
	{"GET", "/admin/preview.rules", author, (*Admin).previewRules, 0},
	{"POST", "/admin/preview.rules", author, (*Admin).previewForm, 0},
	{"GET", "/admin/words", author, (*Admin).wordsForm, 0},
	{"POST", "/admin/words", author, (*Admin).saveWords, 0},
	{"GET", "/admin/policy", author, (*Admin).policy, 0},
	{"GET", "/admin/policy/form", author, (*Admin).factsForm, 0},
	{"POST", "/admin/policy/form", author, (*Admin).saveFacts, 0},
	{"GET", "/admin/guidance", author, (*Admin).guidance, 0},
	{"POST", "/admin/guidance", author, (*Admin).newPage, 0},
	{"GET", "/admin/guidance/page", author, (*Admin).pageForm, 0},
	{"POST", "/admin/guidance/page", author, (*Admin).savePage, 0},
	{"GET", "/admin/practice", author, (*Admin).practice, 0},
	{"GET", "/admin/practice/post", author, (*Admin).postForm, 0},
	{"POST", "/admin/practice/post", author, (*Admin).savePost, 0},
	{"POST", "/admin/practice/remove", author, (*Admin).dropPost, 0},
	{"GET", "/admin/file", author, (*Admin).fileForm, 0},
	{"POST", "/admin/file", author, (*Admin).saveFile, 0},
	{"POST", "/admin/file/remove", author, (*Admin).dropFile, 0},
	{"GET", "/admin/proof", author, (*Admin).proof, 0},
	{"POST", "/admin/proof", author, (*Admin).prove, 0},
	{"GET", "/admin/proposals", author, (*Admin).proposals, 0},
	{"POST", "/admin/proposals", author, (*Admin).propose, 0},
	{"GET", "/admin/proposals/{n}", author, (*Admin).proposal, 0},
	{"POST", "/admin/proposals/{n}/withdraw", author, (*Admin).withdraw, 0},
	{"GET", "/admin/history", author, (*Admin).history, 0},
	{"GET", "/admin/enrol", author, (*Admin).enrol, 0},
	{"GET", "/admin/approvers", author, (*Admin).root, 0},
	{"GET", "/admin/head.pub", author, (*Admin).headKey, 0},

	{"POST", "/admin/proposals/{n}/review", reviewer, (*Admin).review, 0},
	{"GET", "/admin/proposals/{n}/release.rbundle", reviewer, (*Admin).toSign, 0},
	{"POST", "/admin/proposals/{n}/anew", reviewer, (*Admin).signAnew, 0},
	{"POST", "/admin/proposals/{n}/signed", reviewer, (*Admin).signed, trust.MaxFile},
	{"POST", "/admin/pause", reviewer, (*Admin).pause, 0},
	{"POST", "/admin/back", reviewer, (*Admin).back, 0},

	{"POST", "/admin/approvers", administrator, (*Admin).addRoot, trust.MaxFile},
	{"GET", "/admin/members", administrator, (*Admin).members, 0},
	{"POST", "/admin/members", administrator, (*Admin).invite, 0},
	{"POST", "/admin/members/{id}/role", administrator, (*Admin).setRole, 0},
	{"POST", "/admin/members/{id}/active", administrator, (*Admin).setActive, 0},
	{"POST", "/admin/members/{id}/reset", administrator, (*Admin).reset, 0},
	{"GET", "/admin/log", administrator, (*Admin).log, 0},
}
