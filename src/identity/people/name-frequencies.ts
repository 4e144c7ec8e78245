// Written by bench/identity/name-frequencies.ts: of 24069 differently named authors of the ACL Anthology (May 2022), how
// many bear the family name, and how many the first given name. Those of fewer than 5 people are left out.

export const PEOPLE_COUNTED = 24069;

export const FAMILY_NAMES = `
wang 425, li 380, zhang 364, chen 334, liu 297, lee 183, yang 183, wu 166, huang 159, xu 152, kim 145, zhou 135
zhao 127, lin 118, sun 104, yu 102, zhu 95, jiang 91, hu 84, he 77, lu 75, ma 75, zheng 61, feng 60, guo 58, park 58
gao 57, song 56, cheng 53, jin 52, han 51, gupta 50, tang 50, nguyen 49, shen 49, shi 48, liang 47, yan 46, xie 45
cao 44, ding 44, chang 43, kumar 43, xiao 42, luo 40, wei 39, singh 38, tan 38, dai 37, ye 37, cai 36, du 36, pan 36
su 36, dong 35, fan 33, yuan 33, zeng 33, smith 31, yao 31, fang 30, fu 30, lai 30, choi 28, ji 28, mao 28, peng 28
tian 28, yin 28, jain 27, ren 26, sharma 26, deng 25, cui 24, gu 24, kang 24, qin 24, bai 23, hong 23, meng 22
xiong 22, zhong 22, cohen 21, gong 21, qiu 21, hsu 20, miller 20, qian 20, wen 20, agarwal 19, bao 19, jia 19
johnson 19, xia 19, chan 18, jones 18, liao 18, martin 18, niu 18, qi 18, tanaka 18, wong 18, duan 17, hou 17, le 17
shao 17, goyal 16, jung 16, ng 16, patel 16, tran 16, wan 16, zou 16, cho 15, davis 15, muller 15, nie 15, qu 15
shin 15, tsai 15, chung 14, clark 14, hao 14, joshi 14, kobayashi 14, lim 14, long 14, schneider 14, shah 14
white 14, xue 14, aggarwal 13, arora 13, das 13, jang 13, kong 13, sato 13, tu 13, yamada 13, yi 13, brown 12, chi 12
chu 12, guan 12, king 12, klein 12, lyu 12, roy 12, tong 12, weber 12, xiang 12, yamamoto 12, yeh 12, you 12, gan 11
ho 11, lan 11, mehta 11, rao 11, tao 11, taylor 11, thompson 11, watanabe 11, xing 11, zhai 11, agrawal 10, an 10
garg 10, ge 10, hua 10, hwang 10, khan 10, lv 10, moore 10, paul 10, pham 10, schwartz 10, suzuki 10, vu 10
yoshida 10, bhatia 9, evans 9, fisher 9, friedman 9, gonzalez 9, ko 9, lang 9, lei 9, miao 9, min 9, mishra 9
mukherjee 9, ni 9, phillips 9, reddy 9, rodriguez 9, shang 9, silva 9, takahashi 9, thomas 9, tseng 9, williams 9
yue 9, anderson 8, banerjee 8, bansal 8, black 8, chai 8, feldman 8, fischer 8, frank 8, fujita 8, geng 8, ghosh 8
green 8, hsieh 8, iyer 8, jing 8, ju 8, ke 8, kulkarni 8, leung 8, mittal 8, moon 8, oh 8, ono 8, ouyang 8
richardson 8, roth 8, russell 8, saha 8, sakai 8, seo 8, si 8, verma 8, watson 8, wilson 8, yadav 8, zhan 8, zhuang 8
ahn 7, baker 7, campbell 7, chao 7, cheung 7, chiu 7, clarke 7, dey 7, ferreira 7, foster 7, garcia 7, goldberg 7
gordon 7, hall 7, hasan 7, hayes 7, jeon 7, jeong 7, jiao 7, kaplan 7, kato 7, katz 7, krishna 7, kwon 7, ling 7
lo 7, lou 7, moreno 7, morgan 7, mueller 7, pal 7, pang 7, rahman 7, ray 7, ryu 7, schmidt 7, schulz 7, sen 7
sheng 7, sinha 7, srivastava 7, stewart 7, turner 7, ward 7, wolf 7, yoon 7, young 7, allen 6, arnold 6, bhat 6
bhattacharya 6, bian 6, chakraborty 6, chatterjee 6, chauhan 6, chou 6, dang 6, dou 6, epstein 6, fox 6, ha 6
hashimoto 6, hayashi 6, hill 6, hoang 6, jo 6, kannan 6, kao 6, kimura 6, krishnan 6, lau 6, levine 6, levy 6
lewis 6, makino 6, marcus 6, maxwell 6, mei 6, miyazaki 6, moran 6, murakami 6, nakamura 6, neumann 6, nishida 6
ou 6, patil 6, pei 6, perez 6, peters 6, phan 6, prasad 6, qiao 6, ramakrishnan 6, roberts 6, rosenberg 6, ross 6
saito 6, sarkar 6, shapiro 6, singhal 6, smit 6, srinivasan 6, subramanian 6, sung 6, walker 6, yamaguchi 6, yen 6
abe 5, acharya 5, adams 5, ahmad 5, ahmed 5, ando 5, balasubramanian 5, barry 5, bauer 5, beck 5, becker 5, bennett 5
berg 5, bhatt 5, bi 5, can 5, carroll 5, chaudhuri 5, choudhary 5, chuang 5, collins 5, dahl 5, dasgupta 5, do 5
doi 5, dyer 5, fei 5, ferguson 5, fraser 5, fung 5, goel 5, goodman 5, hahn 5, harada 5, harris 5, harrison 5
hassan 5, hofmann 5, hosseini 5, iida 5, islam 5, jensen 5, kaiser 5, kennedy 5, khandelwal 5, krishnamurthy 5, ku 5
lam 5, lane 5, lange 5, lehmann 5, levin 5, lian 5, malik 5, marino 5, martinez 5, mcdonald 5, mendes 5, meyer 5
mitra 5, mori 5, morita 5, mu 5, murray 5, nagao 5, naik 5, nakano 5, newman 5, popescu 5, quan 5, raghavan 5
robinson 5, rocha 5, rosenfeld 5, rosner 5, sanchez 5, sasaki 5, saxena 5, schuster 5, scott 5, shu 5, stern 5
sugiyama 5, takeuchi 5, teng 5, trivedi 5, vyas 5, weiss 5, wood 5, wright 5, zha 5, zimmermann 5, zuo 5
`;

export const GIVEN_NAMES = `
david 189, michael 171, john 133, daniel 101, robert 86, peter 83, james 79, thomas 79, alexander 76, paul 74
richard 67, william 66, andrew 62, eric 61, martin 60, mark 58, jonathan 56, matthew 55, maria 53, patrick 53
christian 49, christopher 48, dan 46, adam 45, chris 45, benjamin 44, jan 44, wei 44, alex 43, stephen 43, stefan 41
simon 40, steven 40, yu 40, scott 39, brian 38, george 38, anna 37, kevin 37, jun 35, li 35, marc 34, jason 33
sebastian 33, victor 33, marco 32, edward 31, laura 31, bo 30, lei 30, tim 30, yi 30, ben 29, elena 29, joseph 29
yang 29, antonio 28, jose 28, hao 27, ivan 27, jie 27, mohammad 27, jian 26, kai 26, philip 26, xin 26, hiroshi 25
jing 25, kenneth 25, ming 25, tom 25, andrea 24, charles 24, rebecca 24, samuel 24, tao 24, bin 23, emily 23
frank 23, ian 23, jennifer 23, matthias 23, yuan 23, aaron 22, alan 22, chen 22, eva 22, luis 22, nicholas 22, rui 22
xiao 22, ahmed 21, andreas 21, barbara 21, jeremy 21, jin 21, qi 21, ryan 21, yan 21, alexandre 20, anthony 20
jeffrey 20, johannes 20, mike 20, pierre 20, xiang 20, zhen 20, anne 19, fei 19, gabriel 19, hui 19, joshua 19
julia 19, liang 19, manuel 19, pavel 19, peng 19, sean 19, timothy 19, alexandra 18, amir 18, carlos 18, feng 18
jacob 18, jeff 18, markus 18, nicolas 18, nikhil 18, stephan 18, ying 18, alessandro 17, douglas 17, elizabeth 17
florian 17, francois 17, jean 17, lin 17, lisa 17, lu 17, max 17, mohamed 17, olga 17, roberto 17, susan 17, zheng 17
chao 16, dong 16, fan 16, greg 16, julian 16, kun 16, mary 16, nan 16, rahul 16, sam 16, steve 16, vincent 16
bruno 15, christine 15, gregory 15, guillaume 15, juan 15, matt 15, min 15, olivier 15, sarah 15, yong 15
abhishek 14, alberto 14, amit 14, andre 14, bryan 14, dirk 14, felix 14, gary 14, guy 14, han 14, hans 14, jesse 14
jon 14, justin 14, karen 14, keith 14, klaus 14, nancy 14, pedro 14, raymond 14, tobias 14, yue 14, catherine 13
cheng 13, christoph 13, erik 13, geoffrey 13, ji 13, judith 13, le 13, makoto 13, meng 13, paolo 13, qiang 13, ran 13
sara 13, sharon 13, takashi 13, tong 13, yao 13, ali 12, ann 12, antoine 12, bill 12, claudia 12, denis 12, di 12
ekaterina 12, emmanuel 12, henry 12, hong 12, jia 12, jiawei 12, joel 12, julien 12, kenji 12, laurent 12
lawrence 12, lucas 12, marina 12, michal 12, philippe 12, qing 12, robin 12, roger 12, vivek 12, walter 12
wolfgang 12, xiaodong 12, xu 12, yifan 12, yun 12, zhe 12, aditya 11, adrian 11, andy 11, anton 11, bing 11, carl 11
colin 11, dmitry 11, fabian 11, federico 11, francis 11, hang 11, hiroaki 11, jacques 11, jessica 11, joan 11
joao 11, jordan 11, julie 11, karl 11, karthik 11, kate 11, katherine 11, kyle 11, larry 11, lars 11, md 11
miguel 11, mohammed 11, nathan 11, petr 11, piotr 11, pranav 11, raphael 11, rob 11, ronald 11, sabine 11, satoshi 11
sergio 11, tomas 11, tony 11, xing 11, xinyu 11, yasuhiro 11, alison 10, allen 10, ana 10, andrei 10, arjun 10
barry 10, bruce 10, caroline 10, chong 10, doug 10, enrique 10, fang 10, francisco 10, fred 10, gang 10, gerard 10
gerhard 10, giovanni 10, giuseppe 10, hai 10, haoran 10, hiroyuki 10, hitoshi 10, irene 10, jakob 10, joe 10
karin 10, kathleen 10, ling 10, long 10, luke 10, marie 10, marta 10, muhammad 10, nikita 10, nikolaos 10, noah 10
qian 10, rachel 10, ryo 10, sergey 10, sheng 10, shu 10, stefano 10, ting 10, victoria 10, wen 10, yuchen 10
zhiyuan 10, abhinav 9, ahmad 9, akira 9, albert 9, arun 9, ashish 9, ashwin 9, atsushi 9, chang 9, christophe 9
cong 9, deepak 9, derek 9, diana 9, eugene 9, fabio 9, francesco 9, frederic 9, georgios 9, hajime 9, harry 9
hassan 9, he 9, helen 9, hideki 9, hugo 9, igor 9, irina 9, jay 9, jens 9, jianfeng 9, jim 9, joachim 9, ke 9, ken 9
kurt 9, leon 9, lorenzo 9, marcus 9, mario 9, masaki 9, mathias 9, maximilian 9, michelle 9, mikhail 9, nick 9
nicola 9, nils 9, ning 9, oren 9, pascal 9, patricia 9, phil 9, philipp 9, qin 9, rafael 9, raj 9, ralf 9, remi 9
rong 9, saurabh 9, shuo 9, sylvain 9, takeshi 9, valentin 9, vladimir 9, xiaoyu 9, zhiwei 9, alexey 8, alon 8, amy 8
angela 8, ariel 8, bernard 8, claire 8, cristian 8, cristina 8, cynthia 8, daisuke 8, eduardo 8, ellen 8, ethan 8
gaurav 8, georg 8, gregor 8, hannah 8, hongyu 8, howard 8, hua 8, huan 8, ilya 8, jack 8, jakub 8, jared 8
jeanpierre 8, jiacheng 8, jiri 8, jonas 8, junichi 8, junjie 8, katharina 8, lee 8, leonardo 8, martha 8, masahiro 8
mathieu 8, monica 8, naoki 8, oliver 8, pengfei 8, ping 8, ricardo 8, rohit 8, ron 8, sandeep 8, serge 8, shuang 8
stanley 8, stefanie 8, stephanie 8, svetlana 8, teresa 8, terry 8, tian 8, tomasz 8, weiwei 8, xi 8, yael 8, yoav 8
yves 8, zachary 8, zeyu 8, akshay 7, alain 7, alicia 7, anders 7, arthur 7, beatrice 7, boris 7, brigitte 7, chi 7
craig 7, daniela 7, dario 7, dave 7, dawei 7, dominique 7, elaine 7, elisabeth 7, fernando 7, filip 7, francesca 7
gabor 7, ge 7, gordon 7, harshit 7, hector 7, hideo 7, ioannis 7, isaac 7, isabel 7, jingjing 7, jorg 7, josef 7
karan 7, kathy 7, koichi 7, kristina 7, liwei 7, luca 7, lukas 7, marcin 7, margaret 7, maryam 7, masato 7, massimo 7
mehdi 7, melissa 7, michel 7, michele 7, moshe 7, naomi 7, nicole 7, nigel 7, nikos 7, nina 7, nishant 7, norman 7
or 7, pablo 7, paula 7, pieter 7, pradeep 7, quan 7, rishabh 7, rohan 7, ross 7, roy 7, sai 7, sameer 7, sandra 7
satoru 7, shuai 7, shubham 7, simone 7, soumya 7, steffen 7, stephane 7, susanne 7, sven 7, takahiro 7, tatiana 7
tatsuya 7, tianyu 7, todd 7, toru 7, ulrich 7, vera 7, vijay 7, vikas 7, vishal 7, will 7, wojciech 7, xiaofeng 7
xiaojun 7, yin 7, yuki 7, yutaka 7, yuval 7, zhiqiang 7, aishwarya 6, alice 6, anirudh 6, ankur 6, annette 6, ari 6
artem 6, ayush 6, benoit 6, bernd 6, bjorn 6, bogdan 6, bowen 6, carol 6, christos 6, chun 6, claudio 6, clement 6
daniele 6, daniil 6, danilo 6, dennis 6, diego 6, dimitris 6, dinesh 6, don 6, donald 6, enrico 6, erin 6, evan 6
grace 6, graham 6, haifeng 6, harald 6, heather 6, herve 6, hieu 6, hisashi 6, ingrid 6, isabelle 6, jaime 6, jesus 6
jiaming 6, jiaqi 6, jiaxin 6, jorge 6, joris 6, joyce 6, jurgen 6, kang 6, kartik 6, katerina 6, katja 6, kelly 6
kim 6, koji 6, kushal 6, lena 6, leonid 6, lili 6, linda 6, maarten 6, manfred 6, marianne 6, masashi 6, masayuki 6
matti 6, maxim 6, milan 6, minghui 6, miriam 6, natalia 6, nathalie 6, nathaniel 6, nelson 6, nikolay 6, olivia 6
omer 6, pan 6, phillip 6, prashant 6, rishi 6, roland 6, russell 6, sen 6, shinichi 6, siddharth 6, siyu 6, song 6
stuart 6, sumit 6, susumu 6, tal 6, tetsuya 6, theo 6, toshiyuki 6, trevor 6, tyler 6, ulrike 6, valerie 6, vanessa 6
vinay 6, wayne 6, wenhao 6, xavier 6, xian 6, xiangyu 6, xiaofei 6, xiaoming 6, xiaopeng 6, xuan 6, yannick 6
yannis 6, yash 6, yuqing 6, yusuke 6, zhao 6, zhenhua 6, zhi 6, zhicheng 6, zhihao 6, zhipeng 6, zihan 6, zijian 6
ajay 5, alexandros 5, alexis 5, alina 5, allan 5, alvaro 5, amanda 5, an 5, andrej 5, anil 5, ankit 5, annie 5
anoop 5, aparna 5, arne 5, ashutosh 5, austin 5, bei 5, benny 5, bernhard 5, bradley 5, brendan 5, caitlin 5
cecile 5, christina 5, chuan 5, dana 5, daria 5, davide 5, dawn 5, deborah 5, diane 5, dimitrios 5, ed 5, edoardo 5
eduard 5, ehsan 5, eli 5, evangelos 5, evgeny 5, fabrizio 5, farhad 5, felipe 5, flavio 5, franco 5, frederick 5
frederik 5, gabriela 5, gael 5, gerald 5, german 5, guang 5, guido 5, gunter 5, haitao 5, hamed 5, hanna 5, harsh 5
helmut 5, hendrik 5, hiroki 5, hongfei 5, hongyuan 5, ichiro 5, jamie 5, jane 5, janet 5, javier 5, jiang 5, jimin 5
jinfeng 5, jm 5, johan 5, johann 5, johanna 5, josh 5, karsten 5, katrin 5, kazuki 5, kumar 5, lauren 5, leo 5
lewis 5, lidia 5, luc 5, magdalena 5, mahsa 5, manabu 5, marcel 5, marcos 5, marius 5, marzieh 5, masaru 5, mayank 5
miao 5, mihai 5, minh 5, neil 5, nobuyuki 5, nuria 5, oana 5, ondrej 5, onur 5, oscar 5, pamela 5, pawel 5, pei 5
pengcheng 5, pengyu 5, petra 5, piyush 5, prakhar 5, pratik 5, radu 5, ralph 5, randall 5, randy 5, raul 5, ravi 5
ray 5, rene 5, rolf 5, roman 5, ruben 5, ryosuke 5, sarthak 5, sergei 5, shan 5, shanshan 5, shen 5, shi 5, shruti 5
sophia 5, sophie 5, sumeet 5, sunil 5, suzanne 5, taichi 5, takuma 5, ted 5, tejas 5, thierry 5, tiago 5, tianyi 5
tomoki 5, tristan 5, tsuyoshi 5, uri 5, varun 5, veronica 5, veronika 5, viktor 5, vittorio 5, weijie 5, xiaoyan 5
xingyu 5, xudong 5, ye 5, yilin 5, yiming 5, yining 5, yiwei 5, yixuan 5, yonatan 5, yuta 5, zhenyu 5, zhichao 5
ziheng 5, zixuan 5
`;
