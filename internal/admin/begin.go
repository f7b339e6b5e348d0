package admin

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"secondlook/internal/publish"
	"secondlook/internal/store"
	"secondlook/internal/trust"
)

const inviteLasts = 7 * 24 * 3600 // seconds

// beginPage is the first form of all.
type beginPage struct{ Token, Wrong, ID, Agency, Login, Name string }

func (a *Admin) beginForm(v *visit) error {
	return a.show(v, http.StatusOK, "begin", beginPage{Token: v.r.URL.Query().Get("token")})
}

// begin makes the agency and its first administrator. A form that is wrong comes
// back as it was, but for the passwords, and does not spend the token.
func (a *Admin) begin(v *visit) error {
	ctx := v.r.Context()
	address := a.Address(v.r)
	if wait := a.slow.begin(address, "begin"); wait > 0 {
		return a.again(v, wait)
	}
	form := beginPage{Token: v.field("token"), ID: v.field("id"), Agency: v.field("agency"), Login: v.field("login"), Name: v.field("name")}
	back := func(err error) error {
		var said *sorry
		if !errors.As(err, &said) {
			return err
		}
		form.Wrong = said.text
		return a.show(v, http.StatusUnprocessableEntity, "begin", form)
	}
	if _, err := a.store.Token(ctx, hashOf(form.Token), "first", a.now()); err != nil {
		return back(unknownToken(err))
	}
	a.slow.passed(address, "begin")
	p, err := v.person()
	if err == nil {
		err = goodAgency(form.ID, form.Agency)
	}
	if err == nil {
		err = a.free(ctx, p.Login)
	}
	if err != nil {
		return back(err)
	}
	token, err := a.store.SpendToken(ctx, hashOf(form.Token), "first", a.now())
	if err != nil {
		return back(unknownToken(err))
	}
	m, err := a.found(ctx, form, p)
	if err != nil {
		return back(errors.Join(err, a.store.AddToken(ctx, token)))
	}
	if err := a.enter(v, m); err != nil {
		return err
	}
	return v.to("/admin/second", "")
}

func unknownToken(err error) error {
	if errors.Is(err, store.ErrNotFound) {
		return refuse("This code is not known, was used, or is too old. The server writes a new one to its console when it starts; an administrator can invite you anew.")
	}
	return err
}

func goodAgency(id, name string) error {
	if !trust.ValidAgency(id) || len(id) > 50 {
		return refuse("The short name is of small letters, digits and dashes, at most 50, such as maple-county.")
	}
	if name == "" || len(name) > 200 || !trust.ValidLine(name) || strings.ContainsAny(name, `"\`) {
		return refuse("Give your agency's name as your staff know it, one line without quotation marks.")
	}
	return nil
}

func (a *Admin) free(ctx context.Context, login string) error {
	_, err := a.store.MemberByLogin(ctx, login)
	if err == nil {
		return refuse("Choose another address to sign in with.")
	}
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	return err
}

// found makes agency, administrator and the starter of rules to change.
func (a *Admin) found(ctx context.Context, form beginPage, p person) (m store.Member, err error) {
	agency, err := a.Desk.Found(ctx, form.ID, form.Agency)
	if errors.Is(err, store.ErrExists) {
		return m, refuse("There is an agency with this short name already.")
	}
	if err != nil {
		return m, err
	}
	if m, err = a.newMember(ctx, agency.ID, "administrator", p); err != nil {
		return m, err
	}
	if err := a.note(ctx, m, "found", agency.Name); err != nil {
		return m, err
	}
	return m, a.start(ctx, m)
}

// start puts the commented starter where nothing is written yet: for the first
// member of an agency, which the command line may have founded.
func (a *Admin) start(ctx context.Context, m store.Member) error {
	there, err := a.store.WorkingFiles(ctx, m.Agency)
	if err != nil || len(there) > 0 {
		return err
	}
	agency, err := a.store.Agency(ctx, m.Agency)
	if err != nil {
		return err
	}
	files, err := publish.StarterFiles(agency.ID, agency.Name, a.Desk.Now())
	if err != nil {
		return err
	}
	for path, text := range files {
		if !validPath(path) {
			continue // the README is for those who work in a folder
		}
		if _, err := a.store.PutWorking(ctx, store.Working{Agency: agency.ID, Path: path, Text: text, Editor: m.ID, Edited: a.now()}); err != nil {
			return err
		}
	}
	return nil
}
