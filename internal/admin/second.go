package admin

import (
	"context"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"html/template"
	"image"
	"strings"

	"github.com/boombuler/barcode/qr"
	"github.com/pquerna/otp"
	"github.com/pquerna/otp/hotp"
	"github.com/pquerna/otp/totp"

	"secondlook/internal/store"
)

const stepSeconds = 30 // of RFC 6238

// secondPage is how a second factor is set up.
type secondPage struct {
	Secret string // in groups of four, to type
	Sealed string // the same, for the form to bring back
	QR     template.HTMLAttr
	Size   int
}

// second offers a new secret. It is kept nowhere until a code of it came back.
func (a *Admin) second(v *visit) error {
	if len(v.member.TOTP) > 0 {
		return v.to("/admin/", "")
	}
	key, err := totp.Generate(totp.GenerateOpts{Issuer: "Second Look", AccountName: v.member.Login})
	if err != nil {
		return err
	}
	return a.offer(v, key.Secret())
}

func (a *Admin) offer(v *visit, secret string) error {
	address := "otpauth://totp/Second%20Look:" + strings.ReplaceAll(template.URLQueryEscaper(v.member.Login), "+", "%20") + "?secret=" + secret + "&issuer=Second%20Look"
	code, size, err := qrPath(address)
	if err != nil {
		return err
	}
	sealed := a.Desk.Seal.Seal("offer "+v.member.ID, []byte(secret))
	return a.show(v, 200, "second", secondPage{inFours(secret), base64.RawURLEncoding.EncodeToString(sealed), code, size})
}

// setSecond takes the offered secret once a code of it is right.
func (a *Admin) setSecond(v *visit) error {
	if len(v.member.TOTP) > 0 {
		return v.to("/admin/", "")
	}
	sealed, err := base64.RawURLEncoding.DecodeString(v.field("sealed"))
	if err != nil {
		return refuse("The form did not arrive whole. Open the page anew.")
	}
	secret, err := a.Desk.Seal.Open("offer "+v.member.ID, sealed)
	if err != nil {
		return refuse("The form did not arrive whole. Open the page anew.")
	}
	step := a.step(string(secret), v.field("code"))
	if step == 0 {
		return refuse("That code does not fit. Look that the clock of your phone is right, and take the code that is shown now.")
	}
	ctx, m := v.r.Context(), v.member
	err = a.store.SpendStep(ctx, m.Agency, m.ID, step)
	if errors.Is(err, store.ErrNotFound) {
		return refuse("That code was used already. Wait for the next one, go back and give that.")
	}
	if err != nil {
		return err
	}
	m.TOTP = a.Desk.Seal.Seal("totp "+m.ID, secret)
	if err := a.store.SetMember(ctx, m); err != nil {
		return err
	}
	if err := a.store.EndSessionsOf(ctx, m.ID, ""); err != nil {
		return err
	}
	if err := a.note(ctx, m, "second factor", "set up"); err != nil {
		return err
	}
	if err := a.enter(v, m); err != nil {
		return err
	}
	return v.to("/admin/", "")
}

// spend takes a code once; false where it is wrong or was used.
func (a *Admin) spend(ctx context.Context, m store.Member, code string) (bool, error) {
	secret, err := a.Desk.Seal.Open("totp "+m.ID, m.TOTP)
	if err != nil {
		return false, err
	}
	step := a.step(string(secret), code)
	if step == 0 {
		return false, nil
	}
	err = a.store.SpendStep(ctx, m.Agency, m.ID, step)
	if errors.Is(err, store.ErrNotFound) {
		return false, nil
	}
	return err == nil, err
}

// step is the step of time that a code is of: this one, the one before or the
// one after; 0 for none.
func (a *Admin) step(secret, code string) int64 {
	code = strings.ReplaceAll(code, " ", "")
	now := a.now() / stepSeconds
	found := int64(0)
	for _, step := range []int64{now - 1, now, now + 1} {
		want, err := hotp.GenerateCodeCustom(secret, uint64(step), hotp.ValidateOpts{Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1})
		if err == nil && subtle.ConstantTimeCompare([]byte(want), []byte(code)) == 1 {
			found = step
		}
	}
	return found
}

func inFours(s string) string {
	var b strings.Builder
	for i, r := range s {
		if i > 0 && i%4 == 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// qrPath draws a QR code as the d attribute of an SVG path, size units wide with
// the quiet border of four that readers ask for. It holds digits and the letters
// M, h, v and z alone.
func qrPath(text string) (d template.HTMLAttr, size int, err error) {
	code, err := qr.Encode(text, qr.M, qr.Auto)
	if err != nil {
		return "", 0, err
	}
	var b strings.Builder
	box := code.Bounds()
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if dark(code, x, y) {
				b.WriteString(unit(x+4, y+4))
			}
		}
	}
	return template.HTMLAttr(`d="` + b.String() + `"`), box.Dx() + 8, nil
}

func dark(code image.Image, x, y int) bool {
	r, _, _, _ := code.At(x, y).RGBA()
	return r < 0x8000
}
