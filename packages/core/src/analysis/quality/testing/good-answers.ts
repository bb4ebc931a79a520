/** Answers as a good model gives them, by language: a poem, an explanation with Latin abbreviations, a list, a reasoned answer. */
export const goodAnswers: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Spring Returns\n\nThe river loosens from its sleep,\nThe hills put on their early green,\nAnd where the snow lay white and deep\nThe first small violets are seen.\n\nA robin tries a half-learned tune,\nThe orchard hums with patient bees,\nAnd all the long pale afternoon\nIs busy in the apple trees',
    'When you type an address, the browser first asks a DNS server which IP address belongs to that name. It then opens a TCP connection to the server, agrees on encryption with TLS, and sends an HTTP request. The server answers with HTML; the browser reads it, fetches images and style sheets, lays the page out and paints it on the screen.',
    '1. A tent, because huts may be full.\n2. A sleeping bag, since nights are cold in the mountains.\n3. A stove and gas, so that you can cook.\n4. A map that needs no battery.\n5. A rain jacket for sudden showers.\n6. Spare socks against blisters.\n7. A headlamp for early starts.\n8. A first-aid kit for small cuts.\n9. A water filter, because streams are not always clean.\n10. A whistle to call for help.',
    'Take a fruit from the box labeled "mixture". Because every label is wrong, that box holds only one kind. If you draw an apple, it is the box of apples. The box labeled "oranges" cannot hold oranges, and apples are already found, so it must be the mixture. The last one holds the oranges.',
  ],
  ko: [
    '봄이 오는 길\n\n얼었던 시냇물이 졸졸 흐르고\n마른 가지마다 연둣빛 눈을 틔우면\n할머니 댁 담장 너머로\n노란 개나리가 먼저 고개를 내밉니다\n\n겨우내 움츠렸던 마음도\n햇살 한 줌에 기지개를 켜고\n먼 산 너머에서 불어온 바람이\n잊었던 이름 하나를 데려옵니다',
    '주소를 입력하면 브라우저는 먼저 DNS 서버에 그 이름의 IP 주소를 물어봅니다. 이어서 서버와 TCP 연결을 맺고 TLS로 암호화 방식을 정한 뒤 HTTP 요청을 보냅니다. 서버가 HTML 문서를 돌려주면 브라우저는 이를 읽으면서 그림과 스타일을 더 받아 오고, 화면에 배치한 다음 그려 냅니다.',
    '1. 텐트: 대피소가 가득 찰 수 있기 때문입니다.\n2. 침낭: 산속의 밤은 여름에도 춥습니다.\n3. 버너와 가스: 따뜻한 음식을 해 먹을 수 있습니다.\n4. 지도: 배터리가 없어도 볼 수 있습니다.\n5. 비옷: 갑작스러운 소나기에 대비합니다.\n6. 여벌 양말: 물집을 막아 줍니다.',
    '"섞임"이라고 적힌 상자에서 과일을 하나 꺼냅니다. 이름표가 모두 틀렸으니 이 상자에는 한 종류만 들어 있습니다. 사과가 나왔다면 이 상자는 사과 상자입니다. "오렌지"라고 적힌 상자에는 오렌지만 들어 있을 수 없으므로 섞인 상자이고, 나머지가 오렌지 상자입니다.',
  ],
  zh: [
    '春来\n\n冰雪在山脚下悄悄融化，\n溪水唱着歌绕过老桥。\n柳枝垂下一帘嫩绿，\n燕子衔泥，忙着修补旧巢。\n\n孩子们放下厚重的棉衣，\n追着风筝跑过田埂，\n而母亲站在门口，\n把一冬的被子晒进阳光里',
    '输入网址以后，浏览器先向 DNS 服务器查询这个名字对应的 IP 地址，然后与服务器建立 TCP 连接，用 TLS 协商加密方式，再发出 HTTP 请求。服务器返回 HTML 文档，浏览器一边解析一边下载图片和样式，最后完成排版，把页面画在屏幕上。',
    '1. 帐篷：山屋可能已经住满。\n2. 睡袋：山里的夜晚即使夏天也很冷。\n3. 炉具和气罐：可以吃上热饭。\n4. 纸质地图：没有电也能看。\n5. 雨衣：应付突然的阵雨。\n6. 备用袜子：预防水泡。\n7. 头灯：方便清晨出发。\n8. 急救包：处理小伤口。',
    '从贴着“混合”的箱子里取出一个水果。因为所有标签都是错的，这个箱子里只会有一种水果。如果取出的是苹果，它就是苹果箱。贴着“橘子”的箱子不可能只装橘子，所以是混合箱，剩下的就是橘子箱。',
  ],
  ja: [
    '春の訪れ\n\n雪どけの水が小川を満たし\nねむっていた種が目をさます\n梅の香りに誘われて\nうぐいすがまだ下手な歌を試している\n\n重いコートを脱いだ子どもたちが\n土手を駆けおりていく\n風はもう冷たくない',
    'アドレスを入力すると、ブラウザーはまず DNS サーバーにその名前の IP アドレスを尋ねます。次にサーバーと TCP 接続を結び、TLS で暗号化の方式を決めてから HTTP の要求を送ります。サーバーが HTML を返すと、ブラウザーはそれを読みながら画像などを取りに行き、配置を決めて画面に描きます。',
  ],
  de: [
    'Frühling\n\nDer Bach hat seine Stimme wieder,\nam Zaun erwacht das erste Grün,\nund zwischen alten Ziegelmauern\nbeginnt ein Apfelbaum zu blühn.\n\nDie Kinder laufen ohne Mantel\nden Hügel bis zum Fluss hinab,\nund eine Amsel singt am Abend,\nwas sie im Winter nie uns gab',
    'Nach der Eingabe fragt der Browser zuerst einen DNS-Server, welche IP-Adresse zu dem Namen gehört. Dann baut er eine TCP-Verbindung zum Server auf, handelt mit TLS die Verschlüsselung aus und schickt eine HTTP-Anfrage. Der Server antwortet mit einem HTML-Dokument, der Browser lädt Bilder nach und zeichnet die Seite.',
  ],
};
