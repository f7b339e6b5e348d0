package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The Cyrillic and Greek letters that pass for Latin ones, each followed by
// the letter it passes for. Chosen from Unicode's confusables (UTS #39).
const lookAlikes = "аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwкkмmнhтtвbпnгrьbӏlёeїiүyиu" +
	"АAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSԀDԚQԜWҮYЁEЇIӀI" +
	"αaβbγyεeηnιiκkνvοoρpσoτtυuχxωwμuάaέeίiόoύuήn" +
	"ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXΣEΛAϹC"

// lookAlike is the Latin letter that a Cyrillic or Greek one passes for, or r.
func lookAlike(r rune) rune {
	if r < 0x370 || r > 0x52f {
		return r
	}
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	i := strings.Index(lookAlikes, string(buf[:n]))
	if i < 0 {
		return r
	}
	return rune(lookAlikes[i+n])
}

// smallCaps are Latin letters drawn as small capitals, in the order of az.
const (
	smallCaps = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢɡ"
	az        = "abcdefghijklmnopqrstuvwyzg"
)

// foldFancy turns a letter or digit drawn in another dress (full width,
// mathematical, circled, squared, small capital) into the plain one.
func foldFancy(r rune) rune {
	switch {
	case r < 0x250:
		return r
	case r >= 0x250 && r <= 0x2af || r >= 0x1d00 && r <= 0x1d7f || r >= 0xa730 && r <= 0xa7af:
		return foldSmallCap(r)
	case r >= 0x2100 && r <= 0x214f || r >= 0x1d400 && r <= 0x1d7ff || r >= 0x24b6 && r <= 0x24e9:
		return foldCompatible(r)
	case r >= 0x1f130 && r <= 0x1f149:
		return 'A' + r - 0x1f130
	case r >= 0x1f150 && r <= 0x1f169:
		return 'A' + r - 0x1f150
	case r >= 0x1f170 && r <= 0x1f189:
		return 'A' + r - 0x1f170
	}
	return r
}

func foldSmallCap(r rune) rune {
	n := 0
	for _, c := range smallCaps {
		if c == r {
			return rune(az[n])
		}
		n++
	}
	return r
}

// foldCompatible takes the compatibility form where that is one letter or digit.
func foldCompatible(r rune) rune {
	form := compose(string(r), true)
	folded, size := utf8.DecodeRuneInString(form)
	if !unicode.IsLetter(folded) && !unicode.IsDigit(folded) {
		return r
	}
	if r < 0x2150 && len(form) != size {
		return r // ™, № and the like stand for more than one letter
	}
	return folded
}

// foldMark makes quotation marks straight, hyphens one, spaces plain, and
// full-width forms ASCII.
func foldMark(r rune) rune {
	switch r {
	case '‘', '’', '‚', '‛', '′', 'ʼ', 'ʹ', '´', '＇':
		return '\''
	case '“', '”', '„', '‟', '″':
		return '"'
	case '‐', '‑', '‒', '–', '−', '﹣':
		return '-'
	case 0x85, 0x2028, 0x2029:
		return '\n'
	case 0xa0, 0x1680, 0x202f, 0x205f, 0x3000:
		return ' '
	}
	switch {
	case r >= 0x2000 && r <= 0x200a:
		return ' '
	case r >= 0xff01 && r <= 0xff5e:
		return r - 0xff01 + '!'
	}
	return r
}
