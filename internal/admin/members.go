package admin

import (
	"context"
	"errors"
	"net/http"
	"slices"

	"secondlook/internal/store"
)

type membersPage struct {
	Members []store.Member
	Roles   []string
}

func (a *Admin) members(v *visit) error {
	all, err := a.store.Members(v.r.Context(), v.agency.ID)
	if err != nil {
		return err
	}
	return a.show(v, http.StatusOK, "members", membersPage{all, roles})
}

// invitation is shown once: what is kept is its hash.
type invitation struct{ Link, Code, Role, For string }

// invite makes a code with which one person can make their account.
func (a *Admin) invite(v *visit) error {
	role := v.field("role")
	if !slices.Contains(roles, role) {
		return refuse("Choose one of the roles.")
	}
	code, err := a.Invite(v.r.Context(), v.agency.ID, role, v.member.ID)
	if err != nil {
		return err
	}
	return a.show(v, http.StatusOK, "invited", invitation{a.Origin + "/admin/join?code=" + code, code, role, ""})
}

// Invite makes a code for a new member of an agency, good once and for a week, and
// notes who did: by is a member's id, "" of the command line.
func (a *Admin) Invite(ctx context.Context, agency, role, by string) (string, error) {
	code, err := a.token(ctx, store.Token{Purpose: "invite", Agency: agency, Role: role})
	if err != nil {
		return "", err
	}
	return code, a.store.Note(ctx, store.Entry{Agency: agency, At: a.now(), Member: by, What: "invite", About: "a new " + role})
}

func (a *Admin) token(ctx context.Context, t store.Token) (string, error) {
	plain, hash := secret()
	t.Hash, t.Created = hash, a.now()
	t.Expires = t.Created + inviteLasts
	return plain, a.store.AddToken(ctx, t)
}

// theMember is the one that the path names, of this agency.
func (a *Admin) theMember(v *visit) (store.Member, error) {
	return a.store.Member(v.r.Context(), v.agency.ID, v.r.PathValue("id"))
}

// setRole changes a role. An agency always keeps an administrator.
func (a *Admin) setRole(v *visit) error {
	m, err := a.theMember(v)
	if err != nil {
		return err
	}
	role := v.field("role")
	if !slices.Contains(roles, role) {
		return refuse("Choose one of the roles.")
	}
	was := m.Role
	m.Role = role
	return a.change(v, m, "role", m.Name+": from "+was+" to "+role)
}

// setActive lets a member in or keeps them out.
func (a *Admin) setActive(v *visit) error {
	m, err := a.theMember(v)
	if err != nil {
		return err
	}
	active := v.field("active") == "yes"
	what := "let in"
	if !active {
		what = "shut out"
	}
	m.Active = active
	return a.change(v, m, what, m.Name)
}

// reset makes a code with which a member sets both factors anew. Of several that
// were made the last one works.
func (a *Admin) reset(v *visit) error {
	m, err := a.theMember(v)
	if err != nil {
		return err
	}
	if err := a.store.DropTokensOf(v.r.Context(), "reset", m.ID); err != nil {
		return err
	}
	code, err := a.token(v.r.Context(), store.Token{Purpose: "reset", Agency: v.agency.ID, Member: m.ID, Role: m.Role})
	if err != nil {
		return err
	}
	if err := a.note(v.r.Context(), v.member, "reset", m.Name); err != nil {
		return err
	}
	return a.show(v, http.StatusOK, "invited", invitation{a.Origin + "/admin/join?code=" + code, code, m.Role, m.Name})
}

// change keeps what a member may do and ends their sessions but this one.
func (a *Admin) change(v *visit, m store.Member, what, about string) error {
	ctx := v.r.Context()
	err := a.store.SetStanding(ctx, m)
	if errors.Is(err, store.ErrLast) {
		return refuse("Somebody has to be administrator. Make another member one first.")
	}
	if err != nil {
		return err
	}
	if err := a.store.EndSessionsOf(ctx, m.ID, v.session.Hash); err != nil {
		return err
	}
	if err := a.note(ctx, v.member, what, about); err != nil {
		return err
	}
	return v.to("/admin/members", "saved")
}

// joinPage is where an invitation or a reset is taken up.
type joinPage struct{ Code, Wrong, Login, Name string }

func (a *Admin) joinForm(v *visit) error {
	return a.show(v, http.StatusOK, "join", joinPage{Code: v.r.URL.Query().Get("code")})
}

// join takes an invitation, or sets both factors anew where the code is for that.
func (a *Admin) join(v *visit) error {
	address := a.Address(v.r)
	if wait := a.slow.begin(address, "join"); wait > 0 {
		return a.again(v, wait)
	}
	form := joinPage{Code: v.field("code"), Login: v.field("login"), Name: v.field("name")}
	m, err := a.joined(v.r.Context(), v, form.Code)
	var said *sorry
	if errors.As(err, &said) {
		form.Wrong = said.text
		return a.show(v, http.StatusUnprocessableEntity, "join", form)
	}
	if err != nil {
		return err
	}
	a.slow.passed(address, "join")
	if err := a.enter(v, m); err != nil {
		return err
	}
	return v.to("/admin/second", "")
}

func (a *Admin) joined(ctx context.Context, v *visit, code string) (m store.Member, err error) {
	hash, now := hashOf(code), a.now()
	if t, err := a.store.Token(ctx, hash, "reset", now); err == nil {
		return a.renew(ctx, v, t)
	}
	if _, err := a.store.Token(ctx, hash, "invite", now); err != nil {
		return m, unknownToken(err)
	}
	p, err := v.person()
	if err == nil {
		err = a.free(ctx, p.Login)
	}
	if err != nil {
		return m, err
	}
	t, err := a.store.SpendToken(ctx, hash, "invite", now)
	if err != nil {
		return m, unknownToken(err)
	}
	if m, err = a.newMember(ctx, t.Agency, t.Role, p); err != nil {
		return m, errors.Join(err, a.store.AddToken(ctx, t))
	}
	if err := a.note(ctx, m, "join", m.Name+", "+m.Role); err != nil {
		return m, err
	}
	return m, a.start(ctx, m)
}

// renew sets a member's password anew and takes the second factor away, which
// the next page asks for.
func (a *Admin) renew(ctx context.Context, v *visit, t store.Token) (m store.Member, err error) {
	if m, err = a.store.Member(ctx, t.Agency, t.Member); err != nil {
		return m, err
	}
	password := v.r.PostFormValue("password")
	if password != v.r.PostFormValue("repeat") {
		return m, refuse("The two passwords are not the same.")
	}
	if err := goodPassword(password, m.Login); err != nil {
		return m, err
	}
	if _, err := a.store.SpendToken(ctx, t.Hash, "reset", a.now()); err != nil {
		return m, unknownToken(err)
	}
	m.Password, m.TOTP = a.hash(password), nil
	if err := a.store.SetMember(ctx, m); err != nil {
		return m, err
	}
	if err := a.store.EndSessionsOf(ctx, m.ID, ""); err != nil {
		return m, err
	}
	return m, a.note(ctx, m, "renew", m.Name)
}
