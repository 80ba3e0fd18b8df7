package naming

// sameWord are names whose spellings differ too much for Sound, the first of each group being what they sound like:
// Islamic names in the spellings of several languages, and Russian names with their Ukrainian and Belarusian forms.
var sameWord = func() map[string]string {
	out := oneSpelling(islamicNames...)
	for w, to := range oneSpelling(
		"mao maozedong", "trotsky trotski trotskii trotskij",
		"aleksandr alexander alexandr oleksandr aliaksandr aleksander", "aleksei alexei aleksey alexey oleksii oleksiy aliaksei",
		"sergei sergey serge serhiy serhii siarhei", "dmitri dmitry dimitri dmitriy dmitrii dmytro", "vladimir volodymyr uladzimir",
		"nikolai nikolay nikolaj mykola mikalai", "pyotr petro piotr petr", "mikhail mykhailo mykhaylo mikhayil michail",
		"andrei andrey andrij andriy andrii", "evgeni yevgeny evgeny yevgeni yevgenii evgenii evgenij yevhen yevheniy", "kirill kyrylo kiril",
		"pavel pavlo", "igor ihor", "oleg oleh", "grigory grigori grigorii grigoriy hryhoriy hryhorii", "elena yelena olena alena",
		"ekaterina yekaterina kateryna katsiaryna", "konstantin kostyantyn", "yuri yury iurii yurii yuriy jurij", "vasili vasily vasyl vasil vasilii",
		"lev lew", "yakov iakov yakiv", "yosef iosif yossip", "julia yulia iulia yuliya",
		"luis luiz", "teodor theodor", "katherine cathrine catherine kathryn katharine catharine", "stephen steven", "haim chaim hayim", "yitzhak itzhak yitzchak",
		"mossadegh mosaddegh mossadeq mosaddeq musaddiq", "gaddafi qaddafi qadhafi gadhafi kadhafi kaddafi gadafi qadafi khadafi",
		"hezbollah hizbullah hizballah hizbollah", "chakraborty chakravarty chakravarti chakrabarti chakraborti",
		"mukherjee mukherji mookerjee", "banerjee banerji bannerjee", "chatterjee chatterji", "te de",
	) {
		out[w] = to
	}
	for w, to := range out {
		out[w] = spelled(to)
	}
	return out
}()

var islamicNames = []string{
	"muhammad mohd md mehmed mehmet mohammad mohammed mohamed mohamad mamadou mamadu", "ahmad ahmed ahmet",
	"husain hussain hussein husayn hossain hosein husein hussien hossein", "hasan hassan", "abdul abdel abd", "ali aly",
	"yusuf yousuf yousef yusef youssef yousaf yusif", "umar omar umer omer", "usman osman othman uthman", "rahman rehman rahmaan rahmane",
	"khalid khaled", "sayyid syed sayed", "shaikh sheikh sheik shaykh cheikh", "chaudhry chaudhary choudhury chowdhury chaudhri chaudhury choudhry",
	"jamal gamal djamal", "jalal galal", "najib nagib neguib", "ibrahim ebrahim brahim", "ismail esmail ismael", "mahmud mahmoud mahmood",
	"mustafa mostafa moustafa", "salim salem saleem", "salih saleh", "rashid rasheed rachid", "hamid hameed", "hamad", "rashad", "salam", "salman", "karam", "majid majeed", "majd", "karim kareem",
	"nasir nasser naser nassir", "tariq tarek tareq tarik", "walid waleed oualid", "faisal faysal feisal", "said saeed saeid", "saddam sadam",
	"muammar moammar mouammar", "hafiz hafez hafidh", "bashir bachir", "sharif cherif shareef", "fatima fatma fatemeh fatimah", "aisha ayesha aicha",
	"zulfikar zulfiqar", "iqbal eqbal", "ghulam golam", "mujib mojib", "aziz azeez", "hakim hakeem", "latif lateef", "wahid waheed vahid",
	"yasin yassin yaseen", "idris driss", "taha", "munir mounir", "samir sameer", "hadi", "reza riza raza", "akbar", "jafar jaafar djafar", "kazim kazem kadhim",
	"qasim kassem qassem gassem kasim", "sulaiman soleiman suleiman suleyman soliman", "dawud daoud davud dawood", "musa moussa mousa", "isa issa eisa",
	"yaqub yakub yaqoub", "zakariya zakaria", "anwar anouar enver", "amin ameen", "haidar haider hyder", "abdullah abdallah abdulla", "ayatollah",
	"mubarak moubarak", "mirza", "khan", "bashar", "yasir yasser yaser", "muqtada moqtada", "ruhollah", "nur nour noor", "harun haroun",
}

// islamic are the sounds of the commonest names of the Arabic kind.
var islamic = func() map[string]bool {
	out := map[string]bool{}
	for _, to := range oneSpelling(islamicNames...) {
		out[spelled(to)] = true
	}
	return out
}()
