package admin

import (
	"context"
	"errors"
	"fmt"
	"math"
	"net/http"
	"net/mail"
	"strconv"
	"strings"
	"time"

	"secondlook/internal/store"
	"secondlook/internal/trust"
)

func unit(x, y int) string { return "M" + strconv.Itoa(x) + " " + strconv.Itoa(y) + "h1v1h-1z" }

// again says how long whoever guesses has to wait.
func (a *Admin) again(v *visit, wait time.Duration) error {
	seconds := int(math.Ceil(wait.Seconds()))
	v.w.Header().Set("Retry-After", strconv.Itoa(seconds))
	return &sorry{http.StatusTooManyRequests, fmt.Sprintf("That were many tries from your network. Wait %d seconds, then try again. Nobody else is kept waiting.", seconds)}
}

func (a *Admin) signInForm(v *visit) error {
	if v.may(entered) {
		return v.to("/admin/", "")
	}
	return a.show(v, http.StatusOK, "sign-in", "")
}

// wrong is the one answer to every sort of wrong: who has an account here is
// nobody's business.
const wrong = "Address, password or code do not fit together. A code works once; wait for the next one if you have just used it."

// signIn asks for both factors at once.
func (a *Admin) signIn(v *visit) error {
	login := strings.ToLower(v.field("login"))
	address := a.Address(v.r)
	if wait := a.slow.begin(address, login); wait > 0 {
		return a.again(v, wait)
	}
	m, ok, err := a.identify(v.r.Context(), login, v.r.PostFormValue("password"), v.field("code"))
	if err != nil {
		return err
	}
	if !ok {
		return a.show(v, http.StatusUnprocessableEntity, "sign-in", wrong)
	}
	a.slow.passed(address, login)
	if err := a.enter(v, m); err != nil {
		return err
	}
	return v.to("/admin/", "")
}

// identify holds a sign-in against the account. Whoever has none takes as long.
func (a *Admin) identify(ctx context.Context, login, password, code string) (store.Member, bool, error) {
	m, err := a.store.MemberByLogin(ctx, login)
	if errors.Is(err, store.ErrNotFound) {
		a.matches(password, nobody)
		return m, false, nil
	}
	if err != nil {
		return m, false, err
	}
	if !a.matches(password, m.Password) || !m.Active {
		return m, false, nil
	}
	if len(m.TOTP) == 0 { // the next page sets one up, and no other opens before
		return m, true, nil
	}
	ok, err := a.spend(ctx, m, code)
	return m, ok, err
}

// person is what somebody says of themselves when they get an account.
type person struct{ Login, Name, Password string }

func (v *visit) person() (p person, err error) {
	p = person{strings.ToLower(v.field("login")), v.field("name"), v.r.PostFormValue("password")}
	address, err := mail.ParseAddress(p.Login)
	switch {
	case err != nil || address.Address != p.Login || len(p.Login) > 200:
		return p, refuse("Give an e-mail address to sign in with. It is not written to.")
	case p.Name == "" || len(p.Name) > 100 || !trust.ValidLine(p.Name):
		return p, refuse("Give the name that your colleagues know you by, one line.")
	case p.Password != v.r.PostFormValue("repeat"):
		return p, refuse("The two passwords are not the same.")
	}
	return p, goodPassword(p.Password, p.Login)
}

// newMember makes an account, without a second factor as yet.
func (a *Admin) newMember(ctx context.Context, agency, role string, p person) (store.Member, error) {
	_, id := secret()
	m := store.Member{ID: "m-" + id[:16], Agency: agency, Login: p.Login, Name: p.Name, Role: role, Password: a.hash(p.Password), Active: true, Created: a.now()}
	return m, a.store.AddMember(ctx, m)
}

func (a *Admin) note(ctx context.Context, by store.Member, what, about string) error {
	return a.store.Note(ctx, store.Entry{Agency: by.Agency, At: a.now(), Member: by.ID, What: what, About: about})
}
