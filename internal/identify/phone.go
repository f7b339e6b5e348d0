package identify

import (
	"strings"

	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// hotlines are numbers anybody may be told: digits alone, each between spaces.
const hotlines = " 988 911 999 112 111 101 000 211 311 741741 18002738255 8002738255 18007997233 8007997233 18006564673 8006564673 18004224453 8004224453 " +
	"116123 08001111 0800 1111 08081234 131114 1300224636 1800551800 18003333 1800111888 1800247247 1850609090 116000 116006 116111 " +
	"08457909090 08088002000 08082000247 08006895652 18006686868 6868 18333456 18334564566 686868 85258 50808 838255 1800737732 1800666868 18006624357 8006624357 18002221222 8002221222 18006281600 18884070 "

// phone reports a chain of digits that is a telephone number of the United
// States, Canada, the United Kingdom, Ireland or Australia, or of any country
// with a plus.
func (r *reader) phone(s string, n *run) {
	v := n.value(s)
	sure := r.phoneForm(n, v)
	if sure == 0 || strings.Contains(hotlines, " "+v+" ") {
		return
	}
	if r.said(n.start, hotlineClass, 4) && !r.said(n.start, ownerClass, 4) {
		return
	}
	r.emitBytes(n.start, n.end, verdict.Phone, verdict.NoPart, v, sure).Direct = true
}

// phoneForm says how sure a shape is that of a telephone number, 0 for not.
func (r *reader) phoneForm(n *run, v string) int {
	count := len(v)
	dated := len(n.groups) > 1 && n.groups[1].before == '/'
	grouped := len(n.groups) > 1
	switch {
	case dated || count < 7 || count > 15:
		return 0
	case n.plus && count >= 8:
		return 950
	case n.shape(3, 3, 4), n.shape(1, 3, 3, 4) && v[0] == '1', n.shape(3, 3, 3, 4) && v[:3] == "001":
		return 930
	case n.shape(4, 7), n.shape(4, 6), n.shape(4, 3, 3), n.shape(4, 3, 4), n.shape(5, 6), n.shape(5, 3, 3), n.shape(3, 4, 4), n.shape(3, 3, 4), n.shape(3, 7), n.shape(2, 4, 4), n.shape(2, 8), n.shape(4, 2, 2, 2), n.shape(4, 2, 4), n.shape(3, 2, 2, 3), n.shape(2, 3, 4), n.shape(3, 8):
		if v[0] == '0' {
			return 900
		}
	case n.shape(3, 4):
		if n.groups[1].before == '-' && n.groups[1].start == n.groups[0].end+1 && v[5:] != "00" && !r.said(n.start, recordClass, 3) {
			return 700
		}
	case n.shape(10), n.shape(11):
		if v[0] == '0' && (v[1] == '7' || v[1] == '4' || v[1] == '8' || v[1] == '2') && !r.said(n.start, recordClass, 4) {
			return 800
		}
		if v[0] == '1' && count == 11 && v[1] > '1' {
			return 600
		}
	}
	if (grouped || count >= 8) && count >= 7 && count <= 12 && r.said(n.start, phoneWordClass, 4) && !r.said(n.start, recordClass, 3) {
		return 800
	}
	return 0
}

// spokenPhones finds seven digits or more told in words: "five five five oh
// one three four".
func (r *reader) spokenPhones() {
	for i := 0; i < len(r.tok); i++ {
		end, count := i, 0
		for r.alone(end, digitClass) || r.kind(end, text.Number) && len(r.tok[end].Plain) == 1 || count > 0 && r.is(end, "- , double triple") {
			if r.alone(end, digitClass) {
				count++
			}
			end++
		}
		if count < 7 {
			i = max(i, end-1)
			continue
		}
		for r.is(end-1, "- ,") {
			end--
		}
		r.emit(i, end, verdict.Phone, verdict.NoPart, r.joined(i, end), 850).Direct = true
		i = end - 1
	}
}
