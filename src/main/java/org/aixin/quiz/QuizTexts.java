package org.aixin.quiz;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the quiz pages, in Chinese; English stands in messages/quiz_en.properties. */
@MessageBundle("quiz")
public interface QuizTexts {
    @Message("答题")
    String quizzes();

    @Message("答对一题 {points} 分")
    String earns(int points);

    @Message("{draw} 道题")
    String draw(int draw);

    @Message("限时 {time}")
    String within(String time);

    @Message("{minutes} 分钟")
    String minutes(long minutes);

    @Message("{minutes} 分 {seconds} 秒")
    String minutesAndSeconds(long minutes, long seconds);

    @Message("{seconds} 秒")
    String seconds(long seconds);

    @Message("今天还能答 {left} 次")
    String triesLeft(int left);

    @Message("次数不限")
    String anyNumberOfTries();

    @Message("今天的机会用完了，明天再来")
    String noTriesLeft();

    @Message("答对 {pass} 题算合格")
    String passes(int pass);

    @Message("去看看")
    String look();

    @Message("现在没有开放的竞答。村里开始答题时，这里就会出现。")
    String noQuizzes();

    @Message("开始答题")
    String start();

    @Message("接着答")
    String goOn();

    @Message("这场竞答已经结束")
    String closed();

    @Message("所有的题在一页上，答完按“交卷”。时间到了就不能再交。")
    String howItGoes();

    @Message("看看别的竞答")
    String others();

    @Message("第 {number} 题")
    String question(int number);

    @Message("选一个")
    String single();

    @Message("可以选几个")
    String multiple();

    @Message("对还是错")
    String trueFalse();

    @Message("请在 {time} 前交卷")
    String handInBefore(String time);

    @Message("还剩 ")
    String timeLeft();

    @Message("交卷")
    String handIn();

    @Message("还有几题没答。想好了就再按一次“交卷”。")
    String unanswered();

    @Message("时间到了")
    String over();

    @Message("这一次没有在时间内交卷，不计分。")
    String overAbout();

    @Message("答对 {correct} 题，得 {points} 分")
    String result(int correct, int points);

    @Message("一共 {of} 题")
    String outOf(int of);

    @Message("合格")
    String passed();

    @Message("这次活动的积分发完了，所以没有加满。您的成绩已经记下。")
    String overBudget();

    @Message("修改")
    String edit();

    @Message("修改竞答")
    String editQuiz();

    @Message("保存以后马上生效。已经开始答的人，时间和及格线照开始时的算；今天用掉的次数照样算。题目和每题时间不能改，要改请新建一场。")
    String editAbout();

    @Message("保存")
    String save();

    @Message("提前结束")
    String closeAsk();

    @Message("结束以后不能再开始答。正在答的人可以答完交卷，分照样记。以后还可以再开放。")
    String closeAbout();

    @Message("结束以后不能再开新的场次，正在进行的场次不受影响。以后还可以再开放。")
    String closeLiveAbout();

    @Message("今天答题的分已经得满，明天再来。")
    String capped();

    @Message("答对了")
    String right();

    @Message("没答对")
    String wrong();

    @Message("您选的")
    String yourChoice();

    @Message("没有选")
    String nothingChosen();

    @Message("正确答案")
    String rightAnswer();

    @Message("依据")
    String source();

    @Message("再答一次")
    String again();

    @Message("看爱心存折")
    String passbook();

    @Message("{quiz}，答对 {correct} 题")
    String deed(String quiz, int correct);

    @Message("竞答和题库")
    String organize();

    @Message("竞答")
    String quizList();

    @Message("还没有竞答。先备好题库，再在下面新建一场。")
    String noQuizzesYet();

    @Message("名称")
    String name();

    @Message("题目")
    String questions();

    @Message("状态")
    String state();

    @Message("参加")
    String takers();

    @Message("{takers} 人")
    String people(long takers);

    @Message("进行中")
    String isOpen();

    @Message("已结束")
    String isClosed();

    @Message("确定结束")
    String close();

    @Message("重新开放")
    String open();

    @Message("看结果")
    String results();

    @Message("新建竞答")
    String newQuiz();

    @Message("从哪里抽题")
    String from();

    @Message("{bank}（{questions} 题）")
    String wholeBank(String bank, long questions);

    @Message("{bank} · {topic}（{questions} 题）")
    String topicOfBank(String bank, String topic, long questions);

    @Message("抽几道题")
    String howMany();

    @Message("每题几秒")
    String howLong();

    @Message("一人一天能答几次")
    String howOften();

    @Message("空着就不限次数")
    String emptyIsAny();

    @Message("答对几题算合格")
    String passMark();

    @Message("空着就不分合格不合格")
    String emptyIsNone();

    @Message("没写开始时间的，新建后马上开放")
    String opensAtOnce();

    @Message("建好并开放")
    String create();

    @Message("题库里还没有题，先加题再建竞答。")
    String fillFirst();

    @Message("题库")
    String banks();

    @Message("还没有题库。先新建一个，再导入题目。")
    String noBanks();

    @Message("{questions} 题")
    String questionCount(long questions);

    @Message("其他")
    String noTopic();

    @Message("新建题库")
    String newBank();

    @Message("题库名称")
    String bankTitle();

    @Message("打开题库")
    String openBank();

    @Message("从文件导入")
    String importFile();

    @Message("Excel 表格（xlsx）或 CSV 文件，第一行是表头：题目、题型、选项A、选项B、选项C、选项D、答案、解析、来源、主题、难度。Kahoot 的表格和文字题目（txt）也可以。")
    String importAbout();

    @Message("下载样表")
    String sample();

    @Message("选文件")
    String file();

    @Message("导入")
    String doImport();

    @Message("收进 {imported} 题")
    String imported(int imported);

    @Message("有 {rejected} 题没有收，改好后把这几题再导入一次：")
    String rejected(int rejected);

    @Message("第几行")
    String row();

    @Message("为什么没收")
    String reason();

    @Message("导入结果")
    String report();

    @Message("回到题库")
    String backToBank();

    @Message("加一道题")
    String addOne();

    @Message("题型")
    String kind();

    @Message("单选")
    String kindSingle();

    @Message("多选")
    String kindMultiple();

    @Message("判断")
    String kindTrueFalse();

    @Message("选项 {letter}")
    String option(String letter);

    @Message("正确")
    String isRight();

    @Message("把正确的选项打上勾；用不到的选项空着。")
    String tickRight();

    @Message("解析")
    String explanation();

    @Message("来源")
    String origin();

    @Message("主题")
    String topic();

    @Message("加进题库")
    String add();

    @Message("题库里还没有题。可以从文件导入，或在上面加一道。")
    String noQuestions();

    @Message("已加进题库")
    String added();

    @Message("姓名")
    String person();

    @Message("时间")
    String at();

    @Message("答对")
    String correctColumn();

    @Message("得分")
    String pointsColumn();

    @Message("还在答")
    String answering();

    @Message("没有交卷")
    String notHandedIn();

    @Message("还没有人参加。请大家用手机打开“答题”。")
    String noResults();

    @Message("{correct} / {of}")
    String correctOf(int correct, int of);

    @Message("这个题库由上级单位管理，可以抽题，不能改动。")
    String readOnly();

    @Message("题目配图")
    String picture();

    @Message("{time} 开始")
    String opensAt(String time);

    @Message("{time} 结束")
    String closesAt(String time);

    @Message("已在 {time} 结束")
    String closedAt(String time);

    @Message("看合格证书")
    String seeCertificate();

    @Message("合格证书")
    String certificate();

    @Message("返回")
    String back();

    @Message("用浏览器的“打印”可以打成一张 A4 纸。")
    String printHow();

    @Message("参加“{quiz}”，成绩合格，特发此证。")
    String passedQuiz(String quiz);

    @Message("共 {of} 题，答对 {correct} 题")
    String rightOf(int correct, int of);

    @Message("编号 {number}")
    String certificateNumber(String number);

    @Message("竞答方式")
    String mode();

    @Message("各人自己答")
    String modeSelf();

    @Message("每人在自己手机上答，什么时候答都行")
    String modeSelfAbout();

    @Message("现场一起答")
    String modeLive();

    @Message("主持人带着大家看大屏幕，一题一题同时答")
    String modeLiveAbout();

    @Message("开始现场竞答")
    String startRound();

    @Message("还没开始")
    String isSoon();

    @Message("什么时候开始")
    String opens();

    @Message("什么时候结束")
    String closes();

    @Message("空着就马上开始")
    String emptyIsNow();

    @Message("空着就等您来结束")
    String emptyIsByHand();

    @Message("按主题和难度抽题")
    String parts();

    @Message("例如：用电安全抽 3 道、消防安全抽 2 道。填了这里，就不看上面的“抽几道题”。难度 1 最容易，5 最难。")
    String partsAbout();

    @Message("第 {number} 组")
    String part(int number);

    @Message("不限")
    String anyTopic();

    @Message("难度从")
    String easiest();

    @Message("难度到")
    String hardest();

    @Message("抽几道")
    String howManyHere();

    @Message("难度")
    String difficulty();

    @Message("难度 {level}")
    String difficultyOf(int level);

    @Message("或者把题目贴在这里")
    String paste();

    @Message("触电了先做什么？\nA. 断电\nB. 泼水\nANSWER: A")
    String pasteExample();

    @Message("从 Word 里复制过来就行：一行题目，每个选项一行，最后一行写“答案：A”。也可以接着写“解析：……”。")
    String pasteAbout();

    @Message("认出这是我们的题库表格。")
    String formSheet();

    @Message("认出这是 Kahoot 的表格。每题的时间以竞答里定的为准。")
    String formKahoot();

    @Message("认出这是文字题目（Aiken 格式），行号是题目开头的那一行。")
    String formAiken();

    @Message("导出 Excel")
    String exportXlsx();

    @Message("导出 CSV")
    String exportCsv();

    @Message("差不多的题")
    String alike();

    @Message("这几对题很像，看看是不是重了。重了的，在下面把其中一道停用。")
    String alikeAbout();

    @Message("配图（没有就空着）")
    String pictureIfAny();

    @Message("加图片")
    String addPicture();

    @Message("加上")
    String doAddPicture();

    @Message("图片已加上")
    String pictured();

    @Message("改动")
    String change();

    @Message("停用这道题")
    String retire();

    @Message("停用后不再抽到；已经答过的记录不变。")
    String retireAbout();

    @Message("这道题已停用")
    String retired();
}
