// Package admin is the pages on which an agency's people write, try, review and
// publish their rules. They are plain HTML from this server alone, without a third
// party, and their forms are sent by a browser without JavaScript too. Two things
// need a script (extension/pages/desk, built into script/): the preview of a post
// under the rules as they are being written, and a better editor over the text
// field of a file. Pages with a script say so in their policy, the others run none;
// the engine of the preview reads the post in a worker that reaches nothing.
//
// Every page is in the table routes, with who may ask for it: anyone, a member,
// a reviewer or an administrator. What belongs to an agency is looked up with the
// agency of the member who asks and with nothing that came in the request, so
// that one agency's people cannot name another's things.
//
// The pages never see a draft of anybody's post, and never hold an approver's
// key: releases leave as a file and come back signed. Requests that change
// something have to come from these pages (http.CrossOriginProtection). Guesses
// at passwords are slowed for the one who guesses; nobody is ever locked out.
package admin
