<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_GB">
<context>
    <name>AboutDialogs</name>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>GPL-3.0-or-later</source>
        <translation>GPL-3.0-or-later</translation>
    </message>
    <message>
        <source>Collapse Lab %1</source>
        <translation>Collapse Lab %1</translation>
    </message>
    <message>
        <source>Watch test-time adaptation collapse, and see what prevents it. ZeroSiam: arXiv 2509.23183.</source>
        <translation>观看测试时自适应如何坍塌，以及什么能阻止它。ZeroSiam：arXiv 2509.23183。</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Tab walks through set-up, lanes and transport; arrow keys move a slider.</source>
        <translation>Tab 依次经过设置、通道和播放控制；方向键移动滑块。</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Run again as re&amp;corded</source>
        <translation>按记录重新运行(&amp;C)</translation>
    </message>
    <message>
        <source>The experiment as it began, with its switches and forks at their steps; the records are compared</source>
        <translation>实验如其开始，开关与分叉在各自的步骤；并比较记录</translation>
    </message>
    <message>
        <source>a run that is over, with switches or forks</source>
        <translation>一次已结束且含开关或分叉的运行</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open experiment…</source>
        <translation>打开实验(&amp;O)…</translation>
    </message>
    <message>
        <source>Read an experiment, with or without its recording, from a file</source>
        <translation>从文件读取实验，含或不含记录</translation>
    </message>
    <message>
        <source>&amp;Save experiment…</source>
        <translation>保存实验(&amp;S)…</translation>
    </message>
    <message>
        <source>Write the experiment with its recording, or set-up and lanes alone, to a file</source>
        <translation>将实验连同记录，或仅设置与通道，写入文件</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>Experiments that were opened or saved lately</source>
        <translation>最近打开或保存的实验</translation>
    </message>
    <message>
        <source>&amp;Copy share link</source>
        <translation>复制分享链接(&amp;C)</translation>
    </message>
    <message>
        <source>The experiment as a line of text to send to someone</source>
        <translation>把实验变成一行文本，便于发送</translation>
    </message>
    <message>
        <source>&amp;Paste share link</source>
        <translation>粘贴分享链接(&amp;P)</translation>
    </message>
    <message>
        <source>Set up the experiment whose link is in the clipboard</source>
        <translation>设置剪贴板链接中的实验</translation>
    </message>
    <message>
        <source>&amp;Hand out</source>
        <translation>分发(&amp;H)</translation>
    </message>
    <message>
        <source>Pictures, tables and a report to give away</source>
        <translation>可供分发的图片、表格和报告</translation>
    </message>
    <message>
        <source>&amp;Data sets…</source>
        <translation>数据集(&amp;D)…</translation>
    </message>
    <message>
        <source>What data sets there are, which are on this machine, and how to get the others</source>
        <translation>有哪些数据集，哪些在本机上，以及如何获取其余的</translation>
    </message>
    <message>
        <source>Export &amp;records as CSV…</source>
        <translation>将记录导出为 CSV(&amp;R)…</translation>
    </message>
    <message>
        <source>Write every measure of every step to a table</source>
        <translation>将每一步的全部指标写入表格</translation>
    </message>
    <message>
        <source>a run</source>
        <translation>一次运行</translation>
    </message>
    <message>
        <source>Export &amp;picture…</source>
        <translation>导出窗口图片(&amp;P)…</translation>
    </message>
    <message>
        <source>Write a picture of the window</source>
        <translation>保存窗口图片</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take back the latest setting</source>
        <translation>撤销最近的设置</translation>
    </message>
    <message>
        <source>a changed setting</source>
        <translation>已更改的设置</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销：%1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Make the setting again that was taken back</source>
        <translation>重做撤销的设置</translation>
    </message>
    <message>
        <source>an undone setting</source>
        <translation>已撤销的设置</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做：%1(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Find a &amp;command…</source>
        <translation>查找命令(&amp;C)…</translation>
    </message>
    <message>
        <source>Search all commands by name</source>
        <translation>按名称搜索所有命令</translation>
    </message>
    <message>
        <source>a running experiment</source>
        <translation>正在运行的实验</translation>
    </message>
    <message>
        <source>your guess in a lesson</source>
        <translation>课程中您的猜测</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Start the experiment, or go on after a pause</source>
        <translation>开始实验，或在暂停后继续</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Stop after the present step; Run goes on</source>
        <translation>在当前步后停下；点运行继续</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>单步(&amp;T)</translation>
    </message>
    <message>
        <source>Do one batch</source>
        <translation>处理一个批次</translation>
    </message>
    <message>
        <source>R&amp;estart</source>
        <translation>重新开始(&amp;E)</translation>
    </message>
    <message>
        <source>Begin anew with the same seed and the switches as they are</source>
        <translation>以相同的随机种子和当前开关重新开始</translation>
    </message>
    <message>
        <source>a run, and your guess in a lesson</source>
        <translation>一次运行；在课程中还需要您的猜测</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>End the run</source>
        <translation>结束运行</translation>
    </message>
    <message>
        <source>&amp;Figures and tables…</source>
        <translation>图与表(&amp;F)…</translation>
    </message>
    <message>
        <source>Repeat a figure or table of the paper over several seeds</source>
        <translation>用多个随机种子重做论文的图或表</translation>
    </message>
    <message>
        <source>&amp;Details of steps</source>
        <translation>步骤详情(&amp;D)</translation>
    </message>
    <message>
        <source>Record features, probabilities, pictures and the predictor&apos;s matrix of every step; off: only while a page that draws them is in front</source>
        <translation>记录每一步的特征、概率、图片和预测器矩阵；关闭时仅在用到它们的页面位于前台时记录</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Pr&amp;esent</source>
        <translation>演示(&amp;E)</translation>
    </message>
    <message>
        <source>Full screen with larger charts and without the set-up</source>
        <translation>全屏，更大的图表，隐藏设置</translation>
    </message>
    <message>
        <source>Accuracy over the &amp;whole stream</source>
        <translation>整个数据流的准确率(&amp;W)</translation>
    </message>
    <message>
        <source>Instead of the last 10 batches</source>
        <translation>代替最近 10 个批次</translation>
    </message>
    <message>
        <source>&amp;Centre dominance</source>
        <translation>中心主导度(&amp;C)</translation>
    </message>
    <message>
        <source>Instead of class dominance</source>
        <translation>代替类别主导度</translation>
    </message>
    <message>
        <source>&amp;True labels&apos; dominance</source>
        <translation>真实标签的主导度(&amp;T)</translation>
    </message>
    <message>
        <source>The thin grey line in the chart of class dominance</source>
        <translation>类别主导度图中的细灰线</translation>
    </message>
    <message>
        <source>&amp;Marks of switches</source>
        <translation>开关标记(&amp;M)</translation>
    </message>
    <message>
        <source>Vertical lines where something happened</source>
        <translation>发生事件处的竖线</translation>
    </message>
    <message>
        <source>Shown or hidden; remembered</source>
        <translation>显示或隐藏；会被记住</translation>
    </message>
    <message>
        <source>&amp;Set-up</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Images of the batch</source>
        <translation>批次图片(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Lanes</source>
        <translation>通道(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>Size, panels and measures as at the first start</source>
        <translation>大小、面板和指标恢复到首次启动时</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>主题(&amp;H)</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Remembered for the next start</source>
        <translation>下次启动仍有效</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>Language of the window and of the lessons</source>
        <translation>窗口和课程的语言</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>时间(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Play or pause the recording</source>
        <translation>播放或暂停记录(&amp;P)</translation>
    </message>
    <message>
        <source>Play the recording from the step that is shown</source>
        <translation>从显示的步开始播放记录</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>实时(&amp;L)</translation>
    </message>
    <message>
        <source>Show the newest step and follow the run</source>
        <translation>显示最新一步并跟随运行</translation>
    </message>
    <message>
        <source>One step &amp;back</source>
        <translation>后退一步(&amp;B)</translation>
    </message>
    <message>
        <source>Show the step before</source>
        <translation>显示前一步</translation>
    </message>
    <message>
        <source>One step &amp;forward</source>
        <translation>前进一步(&amp;F)</translation>
    </message>
    <message>
        <source>Show the next step</source>
        <translation>显示下一步</translation>
    </message>
    <message>
        <source>&amp;Event before</source>
        <translation>上一事件(&amp;E)</translation>
    </message>
    <message>
        <source>Show the step of the switch, collapse or other event before</source>
        <translation>显示上一个开关、坍塌或其他事件所在的步</translation>
    </message>
    <message>
        <source>&amp;Next event</source>
        <translation>下一事件(&amp;N)</translation>
    </message>
    <message>
        <source>Show the step of the next switch, collapse or other event</source>
        <translation>显示下一个开关、坍塌或其他事件所在的步</translation>
    </message>
    <message>
        <source>F&amp;irst step</source>
        <translation>第一步(&amp;I)</translation>
    </message>
    <message>
        <source>Show the first step</source>
        <translation>显示第一步</translation>
    </message>
    <message>
        <source>Fork lane &amp;here…</source>
        <translation>在此分叉通道(&amp;H)…</translation>
    </message>
    <message>
        <source>A paused run: copy a lane as it was after the step that is shown, with other switches</source>
        <translation>运行暂停时：复制通道在显示的步之后的状态，并换用其他开关</translation>
    </message>
    <message>
        <source>a paused run</source>
        <translation>暂停的运行</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>课程(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Choose a lesson…</source>
        <translation>选择课程(&amp;C)…</translation>
    </message>
    <message>
        <source>A list with what each lesson is about</source>
        <translation>列出每课的内容</translation>
    </message>
    <message>
        <source>&amp;Open a lesson file…</source>
        <translation>打开课程文件(&amp;O)…</translation>
    </message>
    <message>
        <source>A lesson of your own; mistakes in it are told with their line</source>
        <translation>自己编写的课程；其中的错误会指出所在行</translation>
    </message>
    <message>
        <source>&amp;Leave the lesson</source>
        <translation>离开课程(&amp;L)</translation>
    </message>
    <message>
        <source>Back to the whole window and the experiment from before</source>
        <translation>返回完整窗口和之前的实验</translation>
    </message>
    <message>
        <source>a lesson</source>
        <translation>一节课程</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>快捷键(&amp;S)</translation>
    </message>
    <message>
        <source>All commands with their keys</source>
        <translation>所有命令及其按键</translation>
    </message>
    <message>
        <source>&amp;About Collapse Lab</source>
        <translation>关于 Collapse Lab(&amp;A)</translation>
    </message>
    <message>
        <source>Versions and licence</source>
        <translation>版本与许可证</translation>
    </message>
    <message>
        <source>Save this &amp;view…</source>
        <translation>保存此视图(&amp;V)…</translation>
    </message>
    <message>
        <source>The page in front with legend and conditions, as PNG, SVG or PDF</source>
        <translation>当前页，附图例和条件，存为 PNG、SVG 或 PDF</translation>
    </message>
    <message>
        <source>One &amp;chart</source>
        <translation>单个图表(&amp;C)</translation>
    </message>
    <message>
        <source>A chart with legend and conditions as PNG, SVG or PDF</source>
        <translation>带图例和条件的图表，PNG、SVG 或 PDF</translation>
    </message>
    <message>
        <source>Chart: %1…</source>
        <translation>图表：%1…</translation>
    </message>
    <message>
        <source>One &amp;view of the step</source>
        <translation>该步的一个视图(&amp;V)</translation>
    </message>
    <message>
        <source>A view that explains, at the step that is shown, as PNG, SVG or PDF</source>
        <translation>所示步骤的解释性视图，存为 PNG、SVG 或 PDF</translation>
    </message>
    <message>
        <source>View: %1…</source>
        <translation>视图：%1…</translation>
    </message>
    <message>
        <source>At the step that is shown, with legend and conditions</source>
        <translation>所示步骤，附图例和条件</translation>
    </message>
    <message>
        <source>The &amp;board…</source>
        <translation>图表板(&amp;B)…</translation>
    </message>
    <message>
        <source>The four charts on a page, as PNG, SVG or PDF</source>
        <translation>四个图表排成一页，PNG、SVG 或 PDF</translation>
    </message>
    <message>
        <source>The whole c&amp;omparison…</source>
        <translation>完整比较(&amp;O)…</translation>
    </message>
    <message>
        <source>Charts and the table of lanes on a page, as PNG, SVG or PDF</source>
        <translation>图表和通道表格排成一页，PNG、SVG 或 PDF</translation>
    </message>
    <message>
        <source>The &amp;images of the batch…</source>
        <translation>批次图片(&amp;I)…</translation>
    </message>
    <message>
        <source>With conditions, as PNG, SVG or PDF</source>
        <translation>附条件，PNG、SVG 或 PDF</translation>
    </message>
    <message>
        <source>Records as &amp;JSON…</source>
        <translation>记录为 JSON(&amp;J)…</translation>
    </message>
    <message>
        <source>Every measure of every step, with the experiment</source>
        <translation>每一步的全部指标，连同实验</translation>
    </message>
    <message>
        <source>&amp;Frames of a film…</source>
        <translation>影片帧(&amp;F)…</translation>
    </message>
    <message>
        <source>A picture of the board or of a view every few steps, numbered</source>
        <translation>每隔几步保存一张编号的图板或视图图片</translation>
    </message>
    <message>
        <source>&amp;Report as a web page…</source>
        <translation>网页报告(&amp;R)…</translation>
    </message>
    <message>
        <source>One file with pictures, conditions, tables and the experiment to load again</source>
        <translation>一个文件，含图片、条件、表格和可重新载入的实验</translation>
    </message>
    <message>
        <source>Copy as command &amp;line</source>
        <translation>复制为命令行(&amp;L)</translation>
    </message>
    <message>
        <source>The set-up as a call of collapse-lab-cli, for a script or a cluster</source>
        <translation>把设置写成对 collapse-lab-cli 的调用，用于脚本或集群</translation>
    </message>
    <message>
        <source>&amp;Kept runs…</source>
        <translation>保留的运行(&amp;K)…</translation>
    </message>
    <message>
        <source>Every run that ended, in a table: search, compare, open again</source>
        <translation>每次已结束的运行，列成表格：搜索、比较、重新打开</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;Z)</translation>
    </message>
    <message>
        <source>Fewer steps on all charts; the wheel zooms where the mouse is</source>
        <translation>所有图表显示更少的步；滚轮在鼠标处缩放</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;U)</translation>
    </message>
    <message>
        <source>More steps on all charts</source>
        <translation>所有图表显示更多的步</translation>
    </message>
    <message>
        <source>&amp;All steps</source>
        <translation>全部步(&amp;A)</translation>
    </message>
    <message>
        <source>The whole run on all charts; a double click does it too</source>
        <translation>所有图表显示整个运行；双击也可以</translation>
    </message>
    <message>
        <source>&amp;Follow the run</source>
        <translation>跟随运行(&amp;N)</translation>
    </message>
    <message>
        <source>The latest 100 steps on all charts while the run goes on</source>
        <translation>运行进行时，所有图表显示最近 100 步</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>术语表(&amp;G)</translation>
    </message>
    <message>
        <source>What a measure, switch or scenario means: that under the mouse</source>
        <translation>指标、开关或场景的含义：鼠标所指的那一个</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>number of images</source>
        <translation>图像数</translation>
    </message>
    <message>
        <source>Run again: %1 records were recorded, now there are %2.</source>
        <translation>重新运行：原记录 %1 条，现在 %2 条。</translation>
    </message>
    <message>
        <source>Run again, the records differ from step %1 on: lane %2, %3 was %4, is %5.</source>
        <translation>重新运行，记录自第 %1 步起不同：通道 %2，%3 原为 %4，现为 %5。</translation>
    </message>
    <message>
        <source>Run again as recorded: all %1 records are the same, bit for bit.</source>
        <translation>按记录重新运行：全部 %1 条记录逐位相同。</translation>
    </message>
    <message>
        <source>Run again as recorded and stopped before: the first %1 of %2 records are the same, bit for bit.</source>
        <translation>按记录重新运行并提前停止：前 %1 条（共 %2 条）记录逐位相同。</translation>
    </message>
    <message>
        <source>%1: %2, now %3</source>
        <translation>%1：%2，现在 %3</translation>
    </message>
    <message>
        <source>Other than recorded: %1.</source>
        <translation>与记录不同：%1。</translation>
    </message>
</context>
<context>
    <name>Conditions</name>
    <message>
        <source>%1, imbalance ratio %2</source>
        <translation>%1，不平衡比 %2</translation>
    </message>
    <message>
        <source>%1, %2 batches of noise</source>
        <translation>%1，%2 个噪声批次</translation>
    </message>
    <message>
        <source>15 corruptions, severity %1</source>
        <translation>15 种损坏，强度 %1</translation>
    </message>
    <message>
        <source>schedule of %1 segments</source>
        <translation>%1 段的日程</translation>
    </message>
    <message>
        <source>no corruption</source>
        <translation>无损坏</translation>
    </message>
    <message>
        <source>%1, severity %2</source>
        <translation>%1，强度 %2</translation>
    </message>
    <message>
        <source>%1: evaluated only</source>
        <translation>%1：仅评估</translation>
    </message>
    <message>
        <source>%1, %2 images in batches of %3; %4; %5.</source>
        <translation>%1，%2 张图片，每批 %3；%4；%5。</translation>
    </message>
    <message>
        <source>%1; seed %2 (one seed); %3; Collapse Lab %4.</source>
        <translation>%1；随机种子 %2（仅一个）；%3；Collapse Lab %4。</translation>
    </message>
    <message>
        <source>The run ends at step %1 of %2.</source>
        <translation>运行止于第 %1 步，共 %2 步。</translation>
    </message>
    <message>
        <source>step %1: %2</source>
        <translation>第 %1 步：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>Tent collapses, ZeroSiam does not</source>
        <translation>Tent 坍塌，ZeroSiam 不会</translation>
    </message>
    <message>
        <source>Label shift in pure class order, Gaussian noise 5</source>
        <translation>严格按类别顺序的标签偏移，高斯噪声 5</translation>
    </message>
    <message>
        <source>The same on a shuffled stream</source>
        <translation>同样的实验，打乱的数据流</translation>
    </message>
    <message>
        <source>Nothing collapses when classes are evenly mixed</source>
        <translation>各类均匀混合时什么都不会坍塌</translation>
    </message>
    <message>
        <source>One switch at a time</source>
        <translation>每次一个开关</translation>
    </message>
    <message>
        <source>ZeroSiam whole, and with one part taken away in each lane</source>
        <translation>完整的 ZeroSiam，以及每个通道去掉一部分</translation>
    </message>
    <message>
        <source>Figure 2a: predictor distance and imbalance</source>
        <translation>图 2a：预测器距离与不平衡</translation>
    </message>
    <message>
        <source>The more imbalanced the stream, the faster and farther ZeroSiam&apos;s predictor leaves the identity: move Imbalance and restart</source>
        <translation>数据流越不平衡，ZeroSiam 的预测器离开单位矩阵越快越远：改变不平衡并重新开始</translation>
    </message>
    <message>
        <source>Figure 2b-d: logit norm and centre dominance</source>
        <translation>图 2b-d：logit 范数与中心主导度</translation>
    </message>
    <message>
        <source>On a shuffled stream of snow, Tent&apos;s logit norm and centre dominance rise, ZeroSiam&apos;s stay</source>
        <translation>在打乱的雪景数据流上，Tent 的 logit 范数和中心主导度上升，ZeroSiam 的保持不变</translation>
    </message>
    <message>
        <source>Figure 3: learning from pure noise</source>
        <translation>图 3：从纯噪声中学习</translation>
    </message>
    <message>
        <source>Twenty batches of pure noise before the stream: who still knows anything afterwards?</source>
        <translation>数据流之前有二十个纯噪声批次：之后谁还认得出东西？</translation>
    </message>
    <message>
        <source>Figure 4: sensitivity to the rate</source>
        <translation>图 4：对学习率的敏感性</translation>
    </message>
    <message>
        <source>Tent and ZeroSiam at a tenth of, at and at ten times their rates</source>
        <translation>Tent 和 ZeroSiam，学习率取十分之一、原值和十倍</translation>
    </message>
    <message>
        <source>One class after the other: the table in which Tent and others fall behind</source>
        <translation>一类接一类：Tent 等方法落后的那张表</translation>
    </message>
    <message>
        <source>One image at a time, rates scaled as published</source>
        <translation>每次一张图片，学习率按论文缩放</translation>
    </message>
    <message>
        <source>Adapts one by one on what the model gets wrong, then freezes and scores everything</source>
        <translation>逐张在模型判错的图片上自适应，然后冻结并对全部计分</translation>
    </message>
    <message>
        <source>Which predictor</source>
        <translation>哪种预测器</translation>
    </message>
    <message>
        <source>Linear, fixed random, two layers or none, beside Tent</source>
        <translation>线性、固定随机、两层或没有，与 Tent 并列</translation>
    </message>
    <message>
        <source>Which divergence</source>
        <translation>哪种散度</translation>
    </message>
    <message>
        <source>Five ways to measure how far the branches are apart, and no stop-gradient</source>
        <translation>衡量分支距离的五种方式，以及没有停止梯度</translation>
    </message>
    <message>
        <source>Which objective</source>
        <translation>哪种目标</translation>
    </message>
    <message>
        <source>The pair under five objectives</source>
        <translation>五种目标下的对齐分支</translation>
    </message>
    <message>
        <source>ZeroSiam in other methods</source>
        <translation>用于其他方法的 ZeroSiam</translation>
    </message>
    <message>
        <source>EATA, SAR and DeYO, each without and with ZeroSiam&apos;s loss</source>
        <translation>EATA、SAR 和 DeYO，各不带和带 ZeroSiam 的损失</translation>
    </message>
    <message>
        <source>10,000 grey test pictures of ten kinds of clothing, 28×28 pixels</source>
        <translation>10,000 张灰度测试图片，十种服饰，28×28 像素</translation>
    </message>
    <message>
        <source>10,000 test photographs of ten kinds of things, 32×32 pixels</source>
        <translation>10,000 张测试照片，十种事物，32×32 像素</translation>
    </message>
    <message>
        <source>10,000 test photographs of a hundred kinds of things, 32×32 pixels</source>
        <translation>10,000 张测试照片，一百种事物，32×32 像素</translation>
    </message>
    <message>
        <source>CIFAR-10&apos;s test pictures with the published corruptions</source>
        <translation>CIFAR-10 的测试图片，带已公布的损坏</translation>
    </message>
    <message>
        <source>CIFAR-100&apos;s test pictures with the published corruptions</source>
        <translation>CIFAR-100 的测试图片，带已公布的损坏</translation>
    </message>
    <message>
        <source>ImageNet validation</source>
        <translation>ImageNet 验证集</translation>
    </message>
    <message>
        <source>50,000 photographs of a thousand classes</source>
        <translation>50,000 张照片，一千个类别</translation>
    </message>
    <message>
        <source>ImageNet&apos;s validation pictures with the published corruptions</source>
        <translation>ImageNet 的验证图片，带已公布的损坏</translation>
    </message>
    <message>
        <source>IDX files</source>
        <translation>IDX 文件</translation>
    </message>
    <message>
        <source>Own grey pictures in the format of MNIST: t10k-images-idx3-ubyte and labels</source>
        <translation>自己的灰度图片，MNIST 格式：t10k-images-idx3-ubyte 和标签</translation>
    </message>
    <message>
        <source>Folder of class folders</source>
        <translation>按类别分的文件夹</translation>
    </message>
    <message>
        <source>Own pictures, one folder for each class</source>
        <translation>自己的图片，每类一个文件夹</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>Own pictures without labels: no accuracy, everything else</source>
        <translation>自己的无标签图片：没有准确率，其余都有</translation>
    </message>
    <message>
        <source>Does not look at other pictures of the batch: the lab&apos;s default</source>
        <translation>不看批次中的其他图片：默认模型</translation>
    </message>
    <message>
        <source>Normalises with the batch itself: suffers from skewed batches</source>
        <translation>用批次自身做归一化：受偏斜批次影响</translation>
    </message>
    <message>
        <source>Vision transformer, LayerNorm</source>
        <translation>视觉 Transformer，LayerNorm</translation>
    </message>
    <message>
        <source>Vision transformer of 6 blocks</source>
        <translation>6 个模块的视觉 Transformer</translation>
    </message>
    <message>
        <source>Of twice the default&apos;s width</source>
        <translation>宽度为默认网络的两倍</translation>
    </message>
    <message>
        <source>Patches of 4×4 pixels, LayerNorm</source>
        <translation>4×4 像素的图块，LayerNorm</translation>
    </message>
    <message>
        <source>Trained on Fashion-MNIST</source>
        <translation>在 Fashion-MNIST 上训练</translation>
    </message>
    <message>
        <source>Trained on CIFAR-10</source>
        <translation>在 CIFAR-10 上训练</translation>
    </message>
    <message>
        <source>Patches of 4×4 pixels, four blocks</source>
        <translation>4×4 像素的图块，四个模块</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The pictures as they are</source>
        <translation>原样的图片</translation>
    </message>
    <message>
        <source>One of the 15 standard corruptions of ImageNet-C</source>
        <translation>ImageNet-C 的 15 种标准损坏之一</translation>
    </message>
    <message>
        <source>One of the 4 extra corruptions of ImageNet-C</source>
        <translation>ImageNet-C 的 4 种额外损坏之一</translation>
    </message>
    <message>
        <source>Gaussian noise</source>
        <translation>高斯噪声</translation>
    </message>
    <message>
        <source>Shot noise</source>
        <translation>散粒噪声</translation>
    </message>
    <message>
        <source>Impulse noise</source>
        <translation>脉冲噪声</translation>
    </message>
    <message>
        <source>Defocus blur</source>
        <translation>散焦模糊</translation>
    </message>
    <message>
        <source>Glass blur</source>
        <translation>玻璃模糊</translation>
    </message>
    <message>
        <source>Motion blur</source>
        <translation>运动模糊</translation>
    </message>
    <message>
        <source>Zoom blur</source>
        <translation>缩放模糊</translation>
    </message>
    <message>
        <source>Snow</source>
        <translation>雪</translation>
    </message>
    <message>
        <source>Frost</source>
        <translation>霜</translation>
    </message>
    <message>
        <source>Fog</source>
        <translation>雾</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Elastic transform</source>
        <translation>弹性变形</translation>
    </message>
    <message>
        <source>Pixelate</source>
        <translation>像素化</translation>
    </message>
    <message>
        <source>JPEG compression</source>
        <translation>JPEG 压缩</translation>
    </message>
    <message>
        <source>Speckle noise</source>
        <translation>斑点噪声</translation>
    </message>
    <message>
        <source>Gaussian blur</source>
        <translation>高斯模糊</translation>
    </message>
    <message>
        <source>Spatter</source>
        <translation>飞溅</translation>
    </message>
    <message>
        <source>Saturate</source>
        <translation>饱和度</translation>
    </message>
    <message>
        <source>Label shift</source>
        <translation>标签偏移</translation>
    </message>
    <message>
        <source>One class after the other: the hard case in which Tent collapses</source>
        <translation>一类接一类：Tent 会坍塌的困难情形</translation>
    </message>
    <message>
        <source>Mild (shuffled)</source>
        <translation>温和（打乱）</translation>
    </message>
    <message>
        <source>Classes evenly mixed, one corruption</source>
        <translation>各类均匀混合，一种损坏</translation>
    </message>
    <message>
        <source>Mixed shifts</source>
        <translation>混合偏移</translation>
    </message>
    <message>
        <source>The 15 standard corruptions shuffled into one stream</source>
        <translation>15 种标准损坏打乱成一个数据流</translation>
    </message>
    <message>
        <source>Continual</source>
        <translation>持续变化</translation>
    </message>
    <message>
        <source>One corruption after the other</source>
        <translation>一种损坏接一种</translation>
    </message>
    <message>
        <source>Noise first</source>
        <translation>先是噪声</translation>
    </message>
    <message>
        <source>Batches of pure Gaussian noise, then the stream</source>
        <translation>先是纯高斯噪声批次，然后是数据流</translation>
    </message>
    <message>
        <source>Blind spot</source>
        <translation>盲点</translation>
    </message>
    <message>
        <source>Adapts only on what the model gets wrong, then scores everything</source>
        <translation>只在模型判错的图片上自适应，然后对全部计分</translation>
    </message>
    <message>
        <source>Severity ramp</source>
        <translation>强度渐变</translation>
    </message>
    <message>
        <source>Severity 1 up to 5 and down again</source>
        <translation>强度从 1 升到 5 再降回</translation>
    </message>
    <message>
        <source>Own schedule</source>
        <translation>自定义日程</translation>
    </message>
    <message>
        <source>The list of segments in the specification</source>
        <translation>规格中的段列表</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>The first CUDA device, or else the CPU</source>
        <translation>第一个 CUDA 设备，否则 CPU</translation>
    </message>
    <message>
        <source>The processor, all cores</source>
        <translation>处理器，全部核心</translation>
    </message>
    <message>
        <source>A graphics processor</source>
        <translation>图形处理器</translation>
    </message>
    <message>
        <source>The model as it was trained. Its accuracy is what every method has to beat.</source>
        <translation>训练好的模型，保持不变。每种方法都要超过它的准确率。</translation>
    </message>
    <message>
        <source>Lowers the entropy of every prediction by training the norm layers. Simple, and it collapses: one class for everything also has no entropy.</source>
        <translation>通过训练归一化层降低每个预测的熵。简单，但会坍塌：把一切判为一类，熵也为零。</translation>
    </message>
    <message>
        <source>Tent with an asymmetric pair: a trained predictor in one branch, a stop-gradient on the other, and a divergence that keeps the two together. The predictor takes up what would collapse the model.</source>
        <translation>带不对称分支对的 Tent：一个分支有可训练的预测器，另一个分支停止梯度，散度使两者保持一致。预测器吸收会使模型坍塌的压力。</translation>
    </message>
    <message>
        <source>Tent on confident samples that differ from what was seen before, the more confident ones weighing more.</source>
        <translation>只用自信且与之前不同的样本的 Tent，越自信权重越大。</translation>
    </message>
    <message>
        <source>ETA with a Fisher penalty that holds important weights near where they started.</source>
        <translation>带 Fisher 惩罚的 ETA，使重要权重保持在初始值附近。</translation>
    </message>
    <message>
        <source>Tent on confident samples with a sharpness-aware step, and back to the start when the loss tells of a collapse.</source>
        <translation>只用自信样本、带锐度感知步骤的 Tent；损失显示坍塌时回到起点。</translation>
    </message>
    <message>
        <source>Tent on confident samples whose prediction depends on the shape of the object: it must fall when the picture&apos;s patches are shuffled.</source>
        <translation>只用预测依赖物体形状的自信样本的 Tent：打乱图块后置信度必须下降。</translation>
    </message>
    <message>
        <source>Tent with another objective: the entropy of an opinion that may also say &quot;uncertain&quot;.</source>
        <translation>换了目标的 Tent：一种也可以说“不确定”的意见的熵。</translation>
    </message>
    <message>
        <source>EATA&apos;s samples with COME&apos;s objective.</source>
        <translation>EATA 的样本，COME 的目标。</translation>
    </message>
    <message>
        <source>SAR&apos;s samples and step with COME&apos;s objective.</source>
        <translation>SAR 的样本和步骤，COME 的目标。</translation>
    </message>
    <message>
        <source>DeYO&apos;s samples with COME&apos;s objective.</source>
        <translation>DeYO 的样本，COME 的目标。</translation>
    </message>
    <message>
        <source>EATA&apos;s samples and weights with ZeroSiam&apos;s loss.</source>
        <translation>EATA 的样本和权重，ZeroSiam 的损失。</translation>
    </message>
    <message>
        <source>SAR&apos;s samples, step and recovery with ZeroSiam&apos;s loss.</source>
        <translation>SAR 的样本、步骤和恢复，ZeroSiam 的损失。</translation>
    </message>
    <message>
        <source>DeYO&apos;s samples and weights with ZeroSiam&apos;s loss.</source>
        <translation>DeYO 的样本和权重，ZeroSiam 的损失。</translation>
    </message>
    <message>
        <source>Label shift, average over five models, ImageNet-C 5: no adaptation 29.0, Tent 30.9, ZeroSiam 52.9 %.</source>
        <translation>标签偏移，五个模型的平均，ImageNet-C 5：不自适应 29.0，Tent 30.9，ZeroSiam 52.9 %。</translation>
    </message>
    <message>
        <source>Figure 2a: the more imbalanced the stream, the faster and farther the predictor leaves the identity.</source>
        <translation>图 2a：数据流越不平衡，预测器离开单位矩阵越快越远。</translation>
    </message>
    <message>
        <source>Figure 2b-d (ResNet50-GN, snow 5, mild): Tent&apos;s logit norm and centre dominance soar, ZeroSiam&apos;s stay.</source>
        <translation>图 2b-d（ResNet50-GN，雪 5，温和）：Tent 的 logit 范数和中心主导度飙升，ZeroSiam 的保持不变。</translation>
    </message>
    <message>
        <source>Figure 3: accuracy after N batches of pure noise; ZeroSiam holds longest.</source>
        <translation>图 3：N 个纯噪声批次之后的准确率；ZeroSiam 坚持最久。</translation>
    </message>
    <message>
        <source>Figure 4 (ViT-B): ZeroSiam keeps its accuracy over a wide range of rates.</source>
        <translation>图 4（ViT-B）：ZeroSiam 在很宽的学习率范围内保持准确率。</translation>
    </message>
    <message>
        <source>Average over five models, ImageNet-C 5: no adaptation 29.0, Tent 30.9, SAR 38.8, EATA 40.7, COME 42.5, DeYO 43.1, ZeroSiam 52.9 %.</source>
        <translation>五个模型的平均，ImageNet-C 5：不自适应 29.0，Tent 30.9，SAR 38.8，EATA 40.7，COME 42.5，DeYO 43.1，ZeroSiam 52.9 %。</translation>
    </message>
    <message>
        <source>Average over five models, ImageNet-C 5: no adaptation 29.9, Tent 14.3, SAR 39.5, EATA 42.9, COME 34.4, DeYO 38.1, ZeroSiam 44.2 %.</source>
        <translation>五个模型的平均，ImageNet-C 5：不自适应 29.9，Tent 14.3，SAR 39.5，EATA 42.9，COME 34.4，DeYO 38.1，ZeroSiam 44.2 %。</translation>
    </message>
    <message>
        <source>Average over five models, ImageNet-C 5: no adaptation 29.0, Tent 33.2, SAR 37.2, EATA 36.0, COME 43.0, DeYO 44.0, ZeroSiam 52.5 %.</source>
        <translation>五个模型的平均，ImageNet-C 5：不自适应 29.0，Tent 33.2，SAR 37.2，EATA 36.0，COME 43.0，DeYO 44.0，ZeroSiam 52.5 %。</translation>
    </message>
    <message>
        <source>Average over five models, ImageNet-C 5: no adaptation 29.0, Tent 21.7, SAR 33.8, EATA 33.5, COME 33.6, DeYO 29.8, ZeroSiam 52.0 %.</source>
        <translation>五个模型的平均，ImageNet-C 5：不自适应 29.0，Tent 21.7，SAR 33.8，EATA 33.5，COME 33.6，DeYO 29.8，ZeroSiam 52.0 %。</translation>
    </message>
    <message>
        <source>ViT-B: Tent 47.3, fixed random 60.7, linear 64.1, FC-ReLU-FC 64.0 %.</source>
        <translation>ViT-B：Tent 47.3，固定随机 60.7，线性 64.1，FC-ReLU-FC 64.0 %。</translation>
    </message>
    <message>
        <source>The paper&apos;s default is the symmetric KL divergence.</source>
        <translation>论文的默认是对称 KL 散度。</translation>
    </message>
    <message>
        <source>The paper shows that the pair helps other objectives than entropy, too.</source>
        <translation>论文表明，对齐分支对熵以外的目标也有帮助。</translation>
    </message>
    <message>
        <source>Averages: EATA 40.7 -&gt; 49.0, DeYO 43.1 -&gt; 53.9 % with ZeroSiam.</source>
        <translation>平均：EATA 40.7 -&gt; 49.0，DeYO 43.1 -&gt; 53.9 %（加 ZeroSiam）。</translation>
    </message>
    <message>
        <source>CPU, 1 thread</source>
        <translation>CPU，1 个线程</translation>
    </message>
    <message>
        <source>CPU, %1 threads</source>
        <translation>CPU，%1 个线程</translation>
    </message>
    <message>
        <source>CIFAR-10&apos;s 10,000 test pictures under 19 corruptions in five severities</source>
        <translation>CIFAR-10 的 10,000 张测试图片，19 种损坏、五级强度</translation>
    </message>
    <message>
        <source>60,000 colour photographs of ten kinds of things, 32×32 pixels: 50,000 for training, 10,000 for testing</source>
        <translation>60,000 张彩色照片，十类事物，32×32 像素：50,000 张用于训练，10,000 张用于测试</translation>
    </message>
    <message>
        <source>CIFAR-100&apos;s 10,000 test pictures under 19 corruptions in five severities</source>
        <translation>CIFAR-100 的 10,000 张测试图片，19 种损坏、五级强度</translation>
    </message>
    <message>
        <source>60,000 colour photographs of a hundred kinds of things, 32×32 pixels: 50,000 for training, 10,000 for testing</source>
        <translation>60,000 张彩色照片，一百类事物，32×32 像素：50,000 张用于训练，10,000 张用于测试</translation>
    </message>
    <message>
        <source>70,000 grey pictures of ten kinds of clothing, 28×28 pixels: 60,000 for training, 10,000 for testing</source>
        <translation>70,000 张灰度图片，十类服饰，28×28 像素：60,000 张用于训练，10,000 张用于测试</translation>
    </message>
    <message>
        <source>ImageNet&apos;s 50,000 validation pictures under 19 corruptions in five severities, 224×224 pixels</source>
        <translation>ImageNet 的 50,000 张验证图片，19 种损坏、五级强度，224×224 像素</translation>
    </message>
    <message>
        <source>50,000 photographs of a thousand classes (ILSVRC 2012)</source>
        <translation>50,000 张照片，一千个类别（ILSVRC 2012）</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Norm layers</source>
        <translation>归一化层</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>Clean accuracy</source>
        <translation>无扰动准确率</translation>
    </message>
    <message>
        <source>Label shift: the methods compared</source>
        <translation>标签偏移：各方法比较</translation>
    </message>
    <message>
        <source>Mixed shifts: the methods compared</source>
        <translation>混合偏移：各方法比较</translation>
    </message>
    <message>
        <source>Batch size 1: the methods compared</source>
        <translation>批次大小 1：各方法比较</translation>
    </message>
    <message>
        <source>Blind spot: the methods compared</source>
        <translation>盲点：各方法比较</translation>
    </message>
    <message>
        <source>The model as it was trained, but BatchNorm normalises with each batch&apos;s own statistics.</source>
        <translation>训练好的模型，但 BatchNorm 用每个批次自身的统计量归一化。</translation>
    </message>
    <message>
        <source>BatchNorm&apos;s statistics are nine parts of the training&apos;s and one of the batch&apos;s: they help even where a batch is small or of one class.</source>
        <translation>BatchNorm 的统计量由九份训练时的和一份批次的组成：即使批次很小或只有一类也有帮助。</translation>
    </message>
    <message>
        <source>BatchNorm&apos;s averages from the training move on with every batch.</source>
        <translation>BatchNorm 训练时的平均随每个批次继续移动。</translation>
    </message>
    <message>
        <source>BatchNorm&apos;s averages, corrected by a picture&apos;s own where these surely differ: a picture&apos;s prediction does not depend on its batch.</source>
        <translation>BatchNorm 的平均，在图片自身的平均确实不同之处用其校正：一张图片的预测不依赖其批次。</translation>
    </message>
    <message>
        <source>Tent with Adam and its published rate for small pictures.</source>
        <translation>使用 Adam 的 Tent，学习率为其公布的小图片学习率。</translation>
    </message>
    <message>
        <source>Tent with a step that looks ahead along its momentum.</source>
        <translation>步骤沿其动量向前看的 Tent。</translation>
    </message>
    <message>
        <source>ETA, and back to the start every 1,000 steps whatever happens. Simple, and hard to beat on long streams.</source>
        <translation>ETA，并且无论发生什么，每 1,000 步回到起点。简单，在长数据流上很难超过。</translation>
    </message>
    <message>
        <source>Learns from samples that are unlike what was predicted lately, the more certain ones weighing more, and asks a view of each for the same answer. After every step the weights are drawn a little to the source, and the batch&apos;s own share of classes corrects what is reported.</source>
        <translation>从与最近预测不同的样本中学习，越确信权重越大，并要求每个样本的视图给出相同的回答。每一步之后权重被略微拉向源模型，批次自身的类别占比校正所报告的输出。</translation>
    </message>
    <message>
        <source>ROID&apos;s loss; in place of the source the weights are drawn to hidden ones that a Kalman filter estimates.</source>
        <translation>ROID 的损失；权重不是被拉向源模型，而是被拉向卡尔曼滤波器估计的隐藏权重。</translation>
    </message>
    <message>
        <source>ETA with a watch: where predictions concentrate on few classes the upper layers go back to the start, the more, the worse it is, and a penalty holds what mattered.</source>
        <translation>带监视的 ETA：预测集中于少数类别时，上部的层回到起点，情况越糟回去的层越多，惩罚则保持住重要的部分。</translation>
    </message>
    <message>
        <source>ROID with ASR&apos;s partial resets and its penalty.</source>
        <translation>带 ASR 的部分重置及其惩罚的 ROID。</translation>
    </message>
    <message>
        <source>The whole encoder learns to be certain of each sample and to use all classes alike over a batch, which pushes the wrong way where a batch is of one class.</source>
        <translation>整个编码器学习对每个样本都确信，并在一个批次上均等地使用所有类别；批次只有一类时，这会往错误的方向推。</translation>
    </message>
    <message>
        <source>Tent on confident samples, with averages of the batches&apos; statistics in place of each batch&apos;s own and more weight for classes that were rarely predicted.</source>
        <translation>只用自信样本的 Tent，以各批次统计量的平均代替每个批次自身的统计量，很少被预测的类别权重更大。</translation>
    </message>
    <message>
        <source>Learns nothing: predictions of a batch are pulled towards those of its neighbours. The best there is where neighbours show the same, the worst where they do not.</source>
        <translation>什么也不学：批次的各个预测被拉向其近邻的预测。近邻内容相同时最好，不同时最差。</translation>
    </message>
    <message>
        <source>Leaves the network alone and replaces its last layer: each class is the mean direction of the features that were assigned to it with the least entropy.</source>
        <translation>不动网络，替换其最后一层：每个类别是以最小的熵归入它的特征的平均方向。</translation>
    </message>
    <message>
        <source>For every picture anew: lowers the entropy of the mean prediction over many augmented views, with all weights, and predicts then.</source>
        <translation>对每张图片重新进行：用全部权重降低许多增强视图上平均预测的熵，然后预测。</translation>
    </message>
    <message>
        <source>Learns from a teacher, a slow moving average of itself, which looks at augmented views where the source is unsure; now and then single weights return to the source.</source>
        <translation>向教师模型学习，即自身的缓慢移动平均；源模型不确定时，教师模型看增强视图；个别权重不时回到源模型。</translation>
    </message>
    <message>
        <source>Keeps a bank of recent and certain pictures, as many of each class, and learns from a teacher on these: built for streams in which classes come in blocks.</source>
        <translation>保存一个由近期且确信的图片组成的库，每类数量相同，并在这些图片上向教师模型学习：为类别成块出现的数据流而设计。</translation>
    </message>
    <message>
        <source>RoTTA that watches how far features have left their classes: the further they did, the more the source holds it and the less the teacher follows.</source>
        <translation>监视特征偏离其类别多远的 RoTTA：偏离越远，源模型的牵制越强，教师模型跟随得越少。</translation>
    </message>
    <message>
        <source>Keeps a bank of pictures balanced by predicted class, drawn by chance, and trusts a picture&apos;s own statistics only where they depart beyond doubt.</source>
        <translation>保存一个按预测类别平衡、随机抽取的图片库，仅在图片自身的统计量确定无疑地偏离时才信任它。</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>%1 has collapsed</source>
        <translation>%1 已坍塌</translation>
    </message>
    <message>
        <source>1 picture left out</source>
        <translation>略去 1 张图片</translation>
    </message>
    <message>
        <source>%1 pictures left out</source>
        <translation>略去 %1 张图片</translation>
    </message>
    <message>
        <source>%1 reset at the new segment</source>
        <translation>%1 在新段重置</translation>
    </message>
    <message>
        <source>%1 reset after its collapse</source>
        <translation>%1 坍塌后重置</translation>
    </message>
    <message>
        <source>%1 recovered: back to its start</source>
        <translation>%1 恢复：回到起点</translation>
    </message>
    <message>
        <source>%1 stopped: it has collapsed</source>
        <translation>%1 已停止：已坍塌</translation>
    </message>
    <message>
        <source>%1 stopped: its loss or its logits are no longer finite numbers; try a smaller rate</source>
        <translation>%1 已停止：其损失或 logits 不再是有限数；请试更小的学习率</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>fork of %1, %2</source>
        <translation>%1 的分叉，%2</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>无变化</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>That has been so since step %1.</source>
        <translation>自第 %1 步起一直如此。</translation>
    </message>
    <message>
        <source>That has been so since step %1. The stream&apos;s pictures just before were %2 too, %3 % of them: what was right there has become the answer to everything.</source>
        <translation>自第 %1 步起一直如此。数据流在此之前不久的图片也是 %2，占 %3 %：在那里正确的回答变成了对一切的回答。</translation>
    </message>
    <message>
        <source>That has been so since step %1. The stream&apos;s pictures just before were mostly %2, %3 % of them.</source>
        <translation>自第 %1 步起一直如此。数据流在此之前不久的图片多为 %2，占 %3 %。</translation>
    </message>
    <message>
        <source>Its logit norm went from %1 to %2 and its entropy from %3 to %4 nats</source>
        <translation>它的 logit 范数从 %1 变为 %2，熵从 %3 变为 %4 nat</translation>
    </message>
    <message>
        <source>its accuracy from %1 to %2 %</source>
        <translation>准确率从 %1 变为 %2 %</translation>
    </message>
    <message>
        <source>%1, %2: it grew surer and not better.</source>
        <translation>%1，%2：它变得更确信，而没有变得更好。</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <translation>%1，%2。</translation>
    </message>
    <message>
        <source>It had been switched at step %1; unlike at its beginning: %2.</source>
        <translation>它在第 %1 步切换过开关；与开始时不同：%2。</translation>
    </message>
    <message>
        <source>Its loss is the entropy alone, which longer logits lower, and one answer to everything as well, true or not. Nothing in it speaks against that.</source>
        <translation>它的损失只有熵一项；更长的 logit 会降低熵，对一切给出同一个回答也会，无论对错。其中没有任何项反对这样做。</translation>
    </message>
    <message>
        <source>Its predictor is at a distance of %1 from the identity (%2 at first), and its two branches differ by %3 nats.</source>
        <translation>它的预测器与单位矩阵的距离为 %1（起初为 %2），两个分支相差 %3 nat。</translation>
    </message>
    <message>
        <source>That did not hold it here.</source>
        <translation>这在此处没能稳住它。</translation>
    </message>
    <message>
        <source>This difference is part of its loss: what makes one branch surer has to pay for it.</source>
        <translation>这一差异是其损失的一部分：使一个分支更确信的变化必须为此付出代价。</translation>
    </message>
    <message>
        <source>%1 collapsed at step %2.</source>
        <translation>%1 在第 %2 步坍塌。</translation>
    </message>
    <message>
        <source>%1 has not collapsed in %2 steps.</source>
        <translation>%1 在 %2 步中没有坍塌。</translation>
    </message>
    <message>
        <source>It learns nothing: it shows what the stream does to the model as it is.</source>
        <translation>它什么也不学：它显示数据流对原样的模型有何影响。</translation>
    </message>
    <message>
        <source>In its last %1 steps it called %2 % of the pictures of other classes %3</source>
        <translation>在最后 %1 步中，它把其他类别图片的 %2 % 称为 %3</translation>
    </message>
    <message>
        <source>%1; in its first %2 steps %3 %.</source>
        <translation>%1；在最初 %2 步中为 %3 %。</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>%1: %2 (step %3)</source>
        <translation>%1：%2（第 %3 步）</translation>
    </message>
    <message>
        <source>%1: expected a name that ends in .png, .svg or .pdf.</source>
        <translation>%1：文件名应以 .png、.svg 或 .pdf 结尾。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>Marks: %1.</source>
        <translation>标记：%1。</translation>
    </message>
    <message>
        <source>lane</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Every chart over the steps of the stream</source>
        <translation>各图均以数据流的步为横轴</translation>
    </message>
    <message>
        <source>Charts over the steps of the stream, and what is left at the end</source>
        <translation>各步图表，以及最后的结果</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>准确率 (%)</translation>
    </message>
    <message>
        <source>last fifth (%)</source>
        <translation>最后五分之一 (%)</translation>
    </message>
    <message>
        <source>logit norm, first 5</source>
        <translation>logit 范数，前 5 个</translation>
    </message>
    <message>
        <source>logit norm, last 5</source>
        <translation>logit 范数，后 5 个</translation>
    </message>
    <message>
        <source>top class, share</source>
        <translation>首位类别，占比</translation>
    </message>
    <message>
        <source>centre dominance</source>
        <translation>中心主导度</translation>
    </message>
    <message>
        <source>predictor distance</source>
        <translation>预测器距离</translation>
    </message>
    <message>
        <source>collapsed at step</source>
        <translation>坍塌于第几步</translation>
    </message>
    <message>
        <source>The loss and its parts</source>
        <translation>损失及其组成</translation>
    </message>
    <message>
        <source>L = H + α·D over the steps of the stream, and how many images it averages over</source>
        <translation>数据流各步的 L = H + α·D，以及参与平均的图片数</translation>
    </message>
    <message>
        <source>Step %1 is not recorded.</source>
        <translation>第 %1 步没有记录。</translation>
    </message>
    <message>
        <source>No lane has a predictor matrix at step %1.</source>
        <translation>第 %1 步没有通道具有预测器矩阵。</translation>
    </message>
    <message>
        <source>Step %1 of %2. %3</source>
        <translation>第 %1 步，共 %2 步。%3</translation>
    </message>
    <message>
        <source>In this run: %1.</source>
        <translation>本次运行：%1。</translation>
    </message>
    <message>
        <source>The images of this batch.</source>
        <translation>本批次的图片。</translation>
    </message>
    <message>
        <source>The images of the last %1 recorded batches, those of this step strong.</source>
        <translation>最近 %1 个有记录批次的图片，本步的图片颜色较深。</translation>
    </message>
    <message>
        <source>Colour and shape: predicted class.</source>
        <translation>颜色和形状：预测类别。</translation>
    </message>
    <message>
        <source>Colour and shape: true class.</source>
        <translation>颜色和形状：真实类别。</translation>
    </message>
    <message>
        <source>Only those that %1 gets right and %2 wrong.</source>
        <translation>只显示 %1 答对而 %2 答错的图片。</translation>
    </message>
    <message>
        <source>Counted: the last %1 batches.</source>
        <translation>统计范围：最近 %1 个批次。</translation>
    </message>
    <message>
        <source>Counted: all batches so far.</source>
        <translation>统计范围：至今全部批次。</translation>
    </message>
    <message>
        <source>This lane took no step %1.</source>
        <translation>该通道没有第 %1 步。</translation>
    </message>
</context>
<context>
    <name>FindingsDialog</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Model and data</source>
        <translation>模型与数据</translation>
    </message>
    <message>
        <source>The model&apos;s card</source>
        <translation>模型卡</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>Assumed, left out, matched</source>
        <translation>假定、略去与匹配</translation>
    </message>
    <message>
        <source>Nothing was assumed, and nothing is left out.</source>
        <translation>没有任何假定，也没有略去任何内容。</translation>
    </message>
    <message>
        <source>%1 (%2 sets it)</source>
        <translation>%1（可用 %2 设定）</translation>
    </message>
</context>
<context>
    <name>FrameClock</name>
    <message>
        <source>frame times: no frame was painted</source>
        <translation>帧时间：没有绘制任何帧</translation>
    </message>
    <message>
        <source>frame times: %1 frames, p50 %2 ms, p99 %3 ms, max %4 ms</source>
        <translation>帧时间：%1 帧，p50 %2 ms，p99 %3 ms，最大 %4 ms</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>Measures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Higher is better.</source>
        <translation>越高越好。</translation>
    </message>
    <message>
        <source>Lower is better.</source>
        <translation>越低越好。</translation>
    </message>
    <message>
        <source>Parts of a method</source>
        <translation>方法的组成部分</translation>
    </message>
    <message>
        <source>One of: %1.</source>
        <translation>可选：%1。</translation>
    </message>
    <message>
        <source>In files: lanes[N].recipe.%1</source>
        <translation>在文件中：lanes[N].recipe.%1</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Corruptions</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>LaneRates</name>
    <message>
        <source>%1: rates and frozen layers now suit the model.</source>
        <translation>%1：学习率和冻结层现已适合该模型。</translation>
    </message>
    <message>
        <source>%1: rates scaled for batch size 1, as published.</source>
        <translation>%1：学习率已按论文为批次大小 1 缩放。</translation>
    </message>
    <message>
        <source>%1: rates back to the defaults for larger batches.</source>
        <translation>%1：学习率已恢复为较大批次的默认值。</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>Language of the system</source>
        <translation>系统语言</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>Accuracy of the batch (%)</source>
        <translation>本批次准确率 (%)</translation>
    </message>
    <message>
        <source>Share of right answers in this batch.</source>
        <translation>本批次的正确率。</translation>
    </message>
    <message>
        <source>Share of right answers before the update.</source>
        <translation>更新之前的正确率。</translation>
    </message>
    <message>
        <source>Accuracy, 10 batches (%)</source>
        <translation>准确率，最近 10 个批次 (%)</translation>
    </message>
    <message>
        <source>last 10 batches</source>
        <translation>最近 10 批次</translation>
    </message>
    <message>
        <source>Falls towards chance when a lane collapses.</source>
        <translation>通道坍塌时降到瞎猜的水平。</translation>
    </message>
    <message>
        <source>Share of right answers before each update, over the images of the last 10 batches.</source>
        <translation>每次更新之前的正确率，取最近 10 个批次的图片。</translation>
    </message>
    <message>
        <source>Accuracy, so far (%)</source>
        <translation>迄今准确率 (%)</translation>
    </message>
    <message>
        <source>whole stream</source>
        <translation>整个数据流</translation>
    </message>
    <message>
        <source>The number that papers report: the mean over all images so far.</source>
        <translation>论文报告的数字：迄今所有图片的平均。</translation>
    </message>
    <message>
        <source>Share of right answers before each update, over all images of the stream so far.</source>
        <translation>每次更新之前的正确率，取迄今数据流的全部图片。</translation>
    </message>
    <message>
        <source>Loss L</source>
        <translation>损失 L</translation>
    </message>
    <message>
        <source>What each lane makes small. It falls in a collapse, too.</source>
        <translation>每个通道要减小的量。坍塌时它也会下降。</translation>
    </message>
    <message>
        <source>L = H + α·D, the mean over the images that count; ZeroSiam, arXiv 2509.23183.</source>
        <translation>L = H + α·D，对计入的图片取平均；ZeroSiam，arXiv 2509.23183。</translation>
    </message>
    <message>
        <source>Objective H (nats)</source>
        <translation>目标 H (nat)</translation>
    </message>
    <message>
        <source>Entropy of the online prediction; near 0: sure of all.</source>
        <translation>在线预测的熵；接近 0 时对一切都确信。</translation>
    </message>
    <message>
        <source>Mean entropy, or the lane&apos;s other objective, over the images that count.</source>
        <translation>计入图片的平均熵，或通道的其他目标。</translation>
    </message>
    <message>
        <source>Divergence D (nats)</source>
        <translation>散度 D (nat)</translation>
    </message>
    <message>
        <source>How far the two branches are apart, before the factor α.</source>
        <translation>两个分支相距多远（乘以 α 之前）。</translation>
    </message>
    <message>
        <source>Mean divergence between the branches over the images that count; ZeroSiam, arXiv 2509.23183.</source>
        <translation>计入图片上分支之间的平均散度；ZeroSiam，arXiv 2509.23183。</translation>
    </message>
    <message>
        <source>Entropy (nats)</source>
        <translation>熵 (nat)</translation>
    </message>
    <message>
        <source>Falls when predictions grow certain, right or wrong.</source>
        <translation>预测变得自信时下降，无论对错。</translation>
    </message>
    <message>
        <source>Mean entropy of the predictions of a batch.</source>
        <translation>一个批次预测的平均熵。</translation>
    </message>
    <message>
        <source>Entropy, of the greatest (share)</source>
        <translation>熵，占最大值（占比）</translation>
    </message>
    <message>
        <source>Mean entropy of a batch, divided by ln K.</source>
        <translation>一个批次的平均熵除以 ln K。</translation>
    </message>
    <message>
        <source>Confidence (probability)</source>
        <translation>置信度（概率）</translation>
    </message>
    <message>
        <source>Rises when predictions grow certain, right or wrong.</source>
        <translation>预测变得自信时上升，无论对错。</translation>
    </message>
    <message>
        <source>Mean largest probability of a batch.</source>
        <translation>一个批次中最大概率的平均。</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>能量</translation>
    </message>
    <message>
        <source>Falls when logits grow.</source>
        <translation>logit 增大时下降。</translation>
    </message>
    <message>
        <source>Mean of −log Σ exp(u) over a batch.</source>
        <translation>一个批次上 −log Σ exp(u) 的平均。</translation>
    </message>
    <message>
        <source>Logit norm ‖u‖₂</source>
        <translation>logit 范数 ‖u‖₂</translation>
    </message>
    <message>
        <source>Rises when the model grows over-confident.</source>
        <translation>模型过度自信时上升。</translation>
    </message>
    <message>
        <source>Mean Euclidean length of the logits u of a batch; ZeroSiam, arXiv 2509.23183.</source>
        <translation>一个批次的 logit u 的平均欧氏长度；ZeroSiam，arXiv 2509.23183。</translation>
    </message>
    <message>
        <source>Centre dominance (ratio)</source>
        <translation>中心主导度（比值）</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Reaches 1 when all logits point the same way.</source>
        <translation>所有 logit 同向时达到 1。</translation>
    </message>
    <message>
        <source>‖mean u‖₂ / mean ‖u‖₂ of a batch; ZeroSiam, arXiv 2509.23183.</source>
        <translation>一个批次的 ‖u 的均值‖₂ / ‖u‖₂ 的均值；ZeroSiam，arXiv 2509.23183。</translation>
    </message>
    <message>
        <source>Dominance, last 200 (share)</source>
        <translation>类别主导度，最近 200 张（占比）</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Reaches 1 when one class is the answer to everything.</source>
        <translation>当一个类别回答一切时达到 1。</translation>
    </message>
    <message>
        <source>Share of the most predicted class among the last 200 images. Thin grey line: the same share among the true labels.</source>
        <translation>最近 200 张图片中最常预测类别的占比。细灰线：真实标签中的同一占比。</translation>
    </message>
    <message>
        <source>True labels&apos; dominance, last 200 (share)</source>
        <translation>真实标签主导度，最近 200 张（占比）</translation>
    </message>
    <message>
        <source>How one-sided the stream itself is.</source>
        <translation>数据流本身有多偏。</translation>
    </message>
    <message>
        <source>Share of the most frequent true label among the last 200 images.</source>
        <translation>最近 200 张图片中最常见真实标签的占比。</translation>
    </message>
    <message>
        <source>Effective classes</source>
        <translation>有效类别数</translation>
    </message>
    <message>
        <source>Falls towards 1 when one class is the answer to everything.</source>
        <translation>当一个类别回答一切时降向 1。</translation>
    </message>
    <message>
        <source>exp(entropy of the mean prediction) of a batch, 1 to K.</source>
        <translation>一个批次平均预测的 exp(熵)，1 到 K。</translation>
    </message>
    <message>
        <source>Predictor distance ‖θₕ − I‖ (Frobenius)</source>
        <translation>预测器距离 ‖θₕ − I‖ (Frobenius)</translation>
    </message>
    <message>
        <source>How much of the pressure the predictor has taken up.</source>
        <translation>预测器吸收了多少压力。</translation>
    </message>
    <message>
        <source>‖θ_h − I‖_F after the update; a lane whose predictor is no matrix has none; ZeroSiam, arXiv 2509.23183.</source>
        <translation>更新后的 ‖θ_h − I‖_F；预测器不是矩阵的通道没有该值；ZeroSiam，arXiv 2509.23183。</translation>
    </message>
    <message>
        <source>Calibration error, so far (share)</source>
        <translation>迄今校准误差（占比）</translation>
    </message>
    <message>
        <source>Rises when confidence and accuracy part.</source>
        <translation>置信度与准确率背离时上升。</translation>
    </message>
    <message>
        <source>Expected calibration error over all images so far, 15 bins; Guo et al., 2017.</source>
        <translation>迄今所有图片的期望校准误差，15 个区间；Guo et al., 2017。</translation>
    </message>
    <message>
        <source>Alignment α·D (nats)</source>
        <translation>对齐 α·D (nat)</translation>
    </message>
    <message>
        <source>How far the two branches are apart. 0 without a predictor.</source>
        <translation>两个分支相距多远。没有预测器时为 0。</translation>
    </message>
    <message>
        <source>L − H: the divergence between the branches, times α; with EATA&apos;s Fisher penalty where it is on.</source>
        <translation>L − H：分支之间的散度乘以 α；启用时还含 EATA 的 Fisher 惩罚。</translation>
    </message>
    <message>
        <source>Images that count (share)</source>
        <translation>计入的图片（占比）</translation>
    </message>
    <message>
        <source>Which part of a batch a lane trusts enough to learn from.</source>
        <translation>批次中通道足够信任、用来学习的部分。</translation>
    </message>
    <message>
        <source>Images that the loss averaged over, divided by the batch.</source>
        <translation>损失取平均的图片数除以批次大小。</translation>
    </message>
    <message>
        <source>Tokens of the batch</source>
        <translation>批次的词元数</translation>
    </message>
    <message>
        <source>Rises when answers grow longer.</source>
        <translation>回答变长时上升。</translation>
    </message>
    <message>
        <source>Tokens of the batch&apos;s answers, end tokens included.</source>
        <translation>批次各回答的词元，含结束词元。</translation>
    </message>
    <message>
        <source>Tokens of the loss</source>
        <translation>损失的词元数</translation>
    </message>
    <message>
        <source>What there is to learn from.</source>
        <translation>可供学习的内容。</translation>
    </message>
    <message>
        <source>Tokens that the loss could look at: those of the answers, or of the questions.</source>
        <translation>损失可以看的词元：回答的或问题的。</translation>
    </message>
    <message>
        <source>Answer length (tokens)</source>
        <translation>回答长度（词元）</translation>
    </message>
    <message>
        <source>Rises to the limit when answers never end, falls when they say nothing.</source>
        <translation>回答不结束时升到上限，回答没有内容时下降。</translation>
    </message>
    <message>
        <source>Mean number of tokens of an answer, its end token included.</source>
        <translation>一个回答的平均词元数，含结束词元。</translation>
    </message>
    <message>
        <source>Answers that end (share)</source>
        <translation>会结束的回答（占比）</translation>
    </message>
    <message>
        <source>Falls to 0 when one token is repeated for ever.</source>
        <translation>一个词元无休止地重复时降到 0。</translation>
    </message>
    <message>
        <source>Answers that end by themselves, divided by all; the others are cut off and count as wrong.</source>
        <translation>自行结束的回答数除以全部回答数；其余的被截断，算作错误。</translation>
    </message>
    <message>
        <source>No final answer (share)</source>
        <translation>没有最终答案（占比）</translation>
    </message>
    <message>
        <source>Rises when what is said is no answer.</source>
        <translation>所说内容不成答案时上升。</translation>
    </message>
    <message>
        <source>Answers that ended, but in which no final answer was found, divided by all; they count as wrong.</source>
        <translation>已结束但其中没有找到最终答案的回答数除以全部回答数；它们算作错误。</translation>
    </message>
    <message>
        <source>Undecided answers (share)</source>
        <translation>未判定的回答（占比）</translation>
    </message>
    <message>
        <source>Answers that can neither be shown right nor wrong.</source>
        <translation>既不能证明正确也不能证明错误的回答。</translation>
    </message>
    <message>
        <source>Final answers that the judge could not decide, divided by all; they do not count as right.</source>
        <translation>评判器无法判定的最终答案数除以全部；它们不算正确。</translation>
    </message>
    <message>
        <source>Worked steps right (share)</source>
        <translation>正确的解题步骤（占比）</translation>
    </message>
    <message>
        <source>Falls before the final answers do when reasoning breaks.</source>
        <translation>推理崩溃时，先于最终答案下降。</translation>
    </message>
    <message>
        <source>Worked steps up to the first wrong one, divided by the true solutions&apos; steps; tasks alone.</source>
        <translation>第一个错误之前的解题步骤数除以真实解答的步骤数；仅限任务。</translation>
    </message>
    <message>
        <source>Distinct tokens (share)</source>
        <translation>不同词元（占比）</translation>
    </message>
    <message>
        <source>Falls when answers repeat themselves.</source>
        <translation>回答自我重复时下降。</translation>
    </message>
    <message>
        <source>Different tokens of an answer, divided by its tokens; mean over the batch.</source>
        <translation>一个回答中不同的词元数除以其词元总数；对批次取平均。</translation>
    </message>
    <message>
        <source>Periodic tail (share)</source>
        <translation>周期性尾部（占比）</translation>
    </message>
    <message>
        <source>Reaches 1 when answers are one short loop.</source>
        <translation>回答只是一个短循环时达到 1。</translation>
    </message>
    <message>
        <source>Tokens in tails with a period of 1 to 4 that come three times or more, divided by all tokens.</source>
        <translation>以 1 到 4 为周期、出现三次或更多的尾部中的词元数除以全部词元数。</translation>
    </message>
    <message>
        <source>Most frequent answer, last 64 (share)</source>
        <translation>最常见回答，最近 64 个（占比）</translation>
    </message>
    <message>
        <source>Reaches 1 when one answer is given to everything.</source>
        <translation>对一切给出同一个回答时达到 1。</translation>
    </message>
    <message>
        <source>Share of the most frequent final answer among the last 64 answers.</source>
        <translation>最近 64 个回答中最常见最终答案的占比。</translation>
    </message>
    <message>
        <source>Most frequent true answer, last 64 (share)</source>
        <translation>最常见真实答案，最近 64 个（占比）</translation>
    </message>
    <message>
        <source>Share of the most frequent expected answer among the last 64 questions.</source>
        <translation>最近 64 个问题中最常见预期答案的占比。</translation>
    </message>
    <message>
        <source>Most frequent token, last 64 (share)</source>
        <translation>最常见词元，最近 64 个（占比）</translation>
    </message>
    <message>
        <source>Reaches 1 when one token is all that is said.</source>
        <translation>所说的只剩一个词元时达到 1。</translation>
    </message>
    <message>
        <source>Share of the most frequent token among those of the last 64 answers.</source>
        <translation>最近 64 个回答的词元中最常见词元的占比。</translation>
    </message>
    <message>
        <source>Most frequent true token, last 64 (share)</source>
        <translation>最常见真实词元，最近 64 个（占比）</translation>
    </message>
    <message>
        <source>How one-sided the true solutions are.</source>
        <translation>真实解答有多偏。</translation>
    </message>
    <message>
        <source>Share of the most frequent token among those of the last 64 true solutions; tasks alone.</source>
        <translation>最近 64 个真实解答的词元中最常见词元的占比；仅限任务。</translation>
    </message>
    <message>
        <source>Entropy of the uncertain fifth (share)</source>
        <translation>最不确定五分之一的熵（占比）</translation>
    </message>
    <message>
        <source>Near 1: a few tokens decide where an answer goes.</source>
        <translation>接近 1：少数词元决定回答的走向。</translation>
    </message>
    <message>
        <source>Share of a batch&apos;s entropy that the most uncertain fifth of its tokens has.</source>
        <translation>批次中最不确定的五分之一词元在其熵中的占比。</translation>
    </message>
    <message>
        <source>Entropy tells wrong answers (AUROC)</source>
        <translation>熵识别错误回答 (AUROC)</translation>
    </message>
    <message>
        <source>0.5: certainty says nothing about being right.</source>
        <translation>0.5：确信与否同对错无关。</translation>
    </message>
    <message>
        <source>Chance that a wrong answer has a higher mean token entropy than a right one, over the last 256 answers.</source>
        <translation>错误回答的平均词元熵高于正确回答的概率，取最近 256 个回答。</translation>
    </message>
    <message>
        <source>Divergence from the unadapted model (nats)</source>
        <translation>与未自适应模型的散度 (nat)</translation>
    </message>
    <message>
        <source>How far adaptation has carried the model away.</source>
        <translation>自适应把模型带离了多远。</translation>
    </message>
    <message>
        <source>KL(p ‖ p₀) of the next token between the lane and the model as it was trained, mean over the batch&apos;s tokens.</source>
        <translation>通道与训练好的模型之间下一词元的 KL(p ‖ p₀)，对批次的词元取平均。</translation>
    </message>
</context>
<context>
    <name>MemoryText</name>
    <message>
        <source>details %1 MB</source>
        <translation>详情 %1 MB</translation>
    </message>
    <message>
        <source>states %1 MB</source>
        <translation>状态 %1 MB</translation>
    </message>
    <message>
        <source>Details of %1 steps in %2 of %3 MB</source>
        <translation>%1 步的详情占 %2 / %3 MB</translation>
    </message>
    <message>
        <source>; of the older ones every %1th</source>
        <translation>；较早的每 %1 步保留一步</translation>
    </message>
    <message>
        <source>Saved states for forks: %1, every %2 steps, in %3 of %4 MB</source>
        <translation>供分叉的状态：%1 个，每 %2 步一个，占 %3 / %4 MB</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>C&amp;harts</source>
        <translation>图表(&amp;H)</translation>
    </message>
    <message>
        <source>Accuracy, logit norm, predictor distance and class dominance</source>
        <translation>准确率、logit 范数、预测器距离和类别主导度</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>&amp;Classes over time</source>
        <translation>类别随时间变化(&amp;C)</translation>
    </message>
    <message>
        <source>Which classes each lane predicts, as a river</source>
        <translation>各通道预测的类别，画成河流</translation>
    </message>
    <message>
        <source>Predictor</source>
        <translation>预测器</translation>
    </message>
    <message>
        <source>&amp;Predictor</source>
        <translation>预测器(&amp;P)</translation>
    </message>
    <message>
        <source>The predictor&apos;s matrix as a heat map</source>
        <translation>预测器矩阵的热图</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>&amp;Features</source>
        <translation>特征(&amp;F)</translation>
    </message>
    <message>
        <source>The features of the latest batches in two dimensions</source>
        <translation>最近批次的特征，降到二维</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>&amp;Images of the step</source>
        <translation>该步图片(&amp;I)</translation>
    </message>
    <message>
        <source>Images, right and wrong lanes, probabilities, history</source>
        <translation>图片、通道的对错、概率与历史</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>C&amp;onfusion</source>
        <translation>混淆(&amp;O)</translation>
    </message>
    <message>
        <source>Which class each lane takes for which</source>
        <translation>各通道把哪类当成哪类</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>&amp;Loss</source>
        <translation>损失(&amp;L)</translation>
    </message>
    <message>
        <source>The loss, its parts, and how many images it averages over</source>
        <translation>损失、其各部分，以及对多少图片取平均</translation>
    </message>
    <message>
        <source>Slow motion</source>
        <translation>慢动作</translation>
    </message>
    <message>
        <source>Slow &amp;motion</source>
        <translation>慢动作(&amp;M)</translation>
    </message>
    <message>
        <source>One step, phase by phase</source>
        <translation>逐阶段查看一步</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>&amp;Why?</source>
        <translation>为什么？(&amp;Q)</translation>
    </message>
    <message>
        <source>Why lanes collapsed or held, in the recording&apos;s own numbers</source>
        <translation>用记录自身的数字说明通道为何坍塌或稳住</translation>
    </message>
    <message>
        <source>&amp;Toy world: why it collapses</source>
        <translation>玩具世界：为何坍塌(&amp;Y)</translation>
    </message>
    <message>
        <source>A toy world of two features that shows why; it needs no run</source>
        <translation>两个特征的玩具世界，说明原因；无需运行</translation>
    </message>
    <message>
        <source>Toy</source>
        <translation>玩具</translation>
    </message>
</context>
<context>
    <name>Recipe</name>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>at each change of corruption</source>
        <translation>每次损坏改变时</translation>
    </message>
    <message>
        <source>before every batch</source>
        <translation>每个批次之前</translation>
    </message>
    <message>
        <source>flag it and go on</source>
        <translation>标记并继续</translation>
    </message>
    <message>
        <source>stop the lane</source>
        <translation>停止通道</translation>
    </message>
    <message>
        <source>reset the lane</source>
        <translation>重置通道</translation>
    </message>
    <message>
        <source>%1 The slider is logarithmic, %2 to %3.</source>
        <translation>%1滑块为对数刻度，%2 至 %3。</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>RecipeFields</name>
    <message>
        <source>all samples</source>
        <translation>全部样本</translation>
    </message>
    <message>
        <source>confident</source>
        <translation>自信的</translation>
    </message>
    <message>
        <source>confident and new</source>
        <translation>自信且新颖的</translation>
    </message>
    <message>
        <source>confident by shape</source>
        <translation>按形状自信的</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>COME</source>
        <translation>COME</translation>
    </message>
    <message>
        <source>pseudo-label</source>
        <translation>伪标签</translation>
    </message>
    <message>
        <source>soft likelihood ratio</source>
        <translation>软似然比</translation>
    </message>
    <message>
        <source>negative squared</source>
        <translation>负平方</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>fixed random</source>
        <translation>固定随机</translation>
    </message>
    <message>
        <source>two layers</source>
        <translation>两层</translation>
    </message>
    <message>
        <source>symmetric KL</source>
        <translation>对称 KL</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>reverse KL</source>
        <translation>反向 KL</translation>
    </message>
    <message>
        <source>Jensen-Shannon</source>
        <translation>Jensen-Shannon</translation>
    </message>
    <message>
        <source>mean squared</source>
        <translation>均方</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>SAM, sharpness-aware</source>
        <translation>SAM，锐度感知</translation>
    </message>
    <message>
        <source>norm layers</source>
        <translation>归一化层</translation>
    </message>
    <message>
        <source>the head</source>
        <translation>分类头</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>no layer</source>
        <translation>无</translation>
    </message>
    <message>
        <source>of the training</source>
        <translation>训练时的</translation>
    </message>
    <message>
        <source>of the batch</source>
        <translation>批次的</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Which samples the loss averages over.</source>
        <translation>损失对哪些样本取平均。</translation>
    </message>
    <message>
        <source>selection %1</source>
        <translation>选择：%1</translation>
    </message>
    <message>
        <source>Entropy margin</source>
        <translation>熵阈值</translation>
    </message>
    <message>
        <source>Keep entropy E &lt; margin · ln K (SAR).</source>
        <translation>保留熵 E &lt; 阈值 · ln K 的样本（SAR）。</translation>
    </message>
    <message>
        <source>entropy margin %1</source>
        <translation>熵界限 %1</translation>
    </message>
    <message>
        <source>Weight margin</source>
        <translation>权重阈值</translation>
    </message>
    <message>
        <source>weight margin %1</source>
        <translation>权重界限 %1</translation>
    </message>
    <message>
        <source>Redundancy margin</source>
        <translation>冗余阈值</translation>
    </message>
    <message>
        <source>Keep predictions whose cosine with the moving average is below this (EATA).</source>
        <translation>保留与移动平均的余弦低于此值的预测（EATA）。</translation>
    </message>
    <message>
        <source>redundancy margin %1</source>
        <translation>冗余界限 %1</translation>
    </message>
    <message>
        <source>Shape threshold</source>
        <translation>形状阈值</translation>
    </message>
    <message>
        <source>Keep samples whose confidence falls by more than this when the picture&apos;s patches are shuffled (DeYO).</source>
        <translation>保留打乱图块后置信度下降超过此值的样本（DeYO）。</translation>
    </message>
    <message>
        <source>shape threshold %1</source>
        <translation>形状阈值 %1</translation>
    </message>
    <message>
        <source>Minimises</source>
        <translation>最小化</translation>
    </message>
    <message>
        <source>H(p_o), per sample, on the online branch.</source>
        <translation>在线分支上每个样本的 H(p_o)。</translation>
    </message>
    <message>
        <source>objective %1</source>
        <translation>目标：%1</translation>
    </message>
    <message>
        <source>Predictor</source>
        <translation>预测器</translation>
    </message>
    <message>
        <source>h(f) = θ_h f before the head of the online branch; linear starts as the identity. ZeroSiam, arXiv 2509.23183.</source>
        <translation>在线分支分类头之前的 h(f) = θ_h f；线性从单位矩阵开始。ZeroSiam，arXiv 2509.23183。</translation>
    </message>
    <message>
        <source>predictor %1</source>
        <translation>预测器：%1</translation>
    </message>
    <message>
        <source>Stop-gradient</source>
        <translation>停止梯度</translation>
    </message>
    <message>
        <source>D(p_o ‖ sg[p_r]): the branch without a predictor is a fixed target. ZeroSiam, arXiv 2509.23183.</source>
        <translation>D(p_o ‖ sg[p_r])：没有预测器的分支是固定的目标。ZeroSiam，arXiv 2509.23183。</translation>
    </message>
    <message>
        <source>stop-gradient %1</source>
        <translation>停止梯度%1</translation>
    </message>
    <message>
        <source>Target branch</source>
        <translation>目标分支</translation>
    </message>
    <message>
        <source>stop-gradient</source>
        <translation>停止梯度</translation>
    </message>
    <message>
        <source>Alignment α</source>
        <translation>对齐 α</translation>
    </message>
    <message>
        <source>α in L = H(p_o) + α · D(p_o ‖ sg[p_r]).</source>
        <translation>L = H(p_o) + α · D(p_o ‖ sg[p_r]) 中的 α。</translation>
    </message>
    <message>
        <source>α %1</source>
        <translation>α %1</translation>
    </message>
    <message>
        <source>Divergence</source>
        <translation>散度</translation>
    </message>
    <message>
        <source>D in L = H(p_o) + α · D(p_o ‖ sg[p_r]).</source>
        <translation>L = H(p_o) + α · D(p_o ‖ sg[p_r]) 中的 D。</translation>
    </message>
    <message>
        <source>divergence %1</source>
        <translation>散度：%1</translation>
    </message>
    <message>
        <source>Fisher α</source>
        <translation>Fisher α</translation>
    </message>
    <message>
        <source>α · Σ F (θ − θ0)²; 0 means none (EATA). The Fisher estimate is made when a run begins or the penalty is first switched on.</source>
        <translation>α · Σ F (θ − θ0)²；0 表示没有（EATA）。Fisher 估计在运行开始或首次启用惩罚时计算。</translation>
    </message>
    <message>
        <source>Fisher α %1</source>
        <translation>Fisher α %1</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>SAM climbs first, then descends from there (SAR).</source>
        <translation>SAM 先上升，再从那里下降（SAR）。</translation>
    </message>
    <message>
        <source>optimiser %1</source>
        <translation>优化器：%1</translation>
    </message>
    <message>
        <source>Norm rate</source>
        <translation>归一化学习率</translation>
    </message>
    <message>
        <source>Learning rate of the norm layers&apos; scale and shift.</source>
        <translation>归一化层缩放与平移的学习率。</translation>
    </message>
    <message>
        <source>norm rate %1</source>
        <translation>归一化学习率 %1</translation>
    </message>
    <message>
        <source>Predictor rate</source>
        <translation>预测器学习率</translation>
    </message>
    <message>
        <source>Learning rate of the predictor θ_h.</source>
        <translation>预测器 θ_h 的学习率。</translation>
    </message>
    <message>
        <source>predictor rate %1</source>
        <translation>预测器学习率 %1</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Momentum of the optimiser, 0 to 0.99.</source>
        <translation>优化器的动量，0 到 0.99。</translation>
    </message>
    <message>
        <source>momentum %1</source>
        <translation>动量 %1</translation>
    </message>
    <message>
        <source>Climb ρ</source>
        <translation>上升 ρ</translation>
    </message>
    <message>
        <source>Length of SAM&apos;s climb.</source>
        <translation>SAM 上升的长度。</translation>
    </message>
    <message>
        <source>climb ρ %1</source>
        <translation>爬升 ρ %1</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>recovery %1</source>
        <translation>恢复%1</translation>
    </message>
    <message>
        <source>Back to start</source>
        <translation>回到起点</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Of the moving average of the loss.</source>
        <translation>损失移动平均的阈值。</translation>
    </message>
    <message>
        <source>recovery threshold %1</source>
        <translation>恢复阈值 %1</translation>
    </message>
    <message>
        <source>Left alone</source>
        <translation>不训练</translation>
    </message>
    <message>
        <source>Norm layers that are not trained: beginnings of their names, separated by commas. SAR and DeYO leave the last stage alone.</source>
        <translation>不训练的归一化层：名称的开头，以逗号分隔。SAR 和 DeYO 不动最后一级。</translation>
    </message>
    <message>
        <source>frozen layers %1</source>
        <translation>冻结层：%1</translation>
    </message>
    <message>
        <source>no layer frozen</source>
        <translation>无冻结层</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>reference quirks %1</source>
        <translation>参考代码的特性%1</translation>
    </message>
    <message>
        <source>follow the reference code</source>
        <translation>遵循参考代码</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>训练对象</translation>
    </message>
    <message>
        <source>Which tensors learn: scales and shifts of the norm layers, the classifier layer, or the encoder too.</source>
        <translation>哪些张量参与学习：归一化层的缩放与平移、分类层，或者还包括编码器。</translation>
    </message>
    <message>
        <source>trained: %1</source>
        <translation>训练：%1</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计量</translation>
    </message>
    <message>
        <source>What BatchNorm layers normalise with while the model adapts. Other norm layers have none.</source>
        <translation>模型自适应时 BatchNorm 层用什么统计量归一化。其他归一化层没有统计量。</translation>
    </message>
    <message>
        <source>statistics %1</source>
        <translation>统计量：%1</translation>
    </message>
    <message>
        <source>no views</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Further pictures that are made of each one.</source>
        <translation>由每张图像生成的更多图像。</translation>
    </message>
    <message>
        <source>views: %1</source>
        <translation>视图：%1</translation>
    </message>
    <message>
        <source>no memory</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>记忆</translation>
    </message>
    <message>
        <source>Pictures of the past that are learnt from again.</source>
        <translation>再次用于学习的过去图像。</translation>
    </message>
    <message>
        <source>memory: %1</source>
        <translation>记忆：%1</translation>
    </message>
    <message>
        <source>no teacher</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教师模型</translation>
    </message>
    <message>
        <source>A second model that gives the targets.</source>
        <translation>给出目标的第二个模型。</translation>
    </message>
    <message>
        <source>teacher: %1</source>
        <translation>教师模型：%1</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>模型自身的</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>output: %1</source>
        <translation>输出：%1</translation>
    </message>
    <message>
        <source>Adaptation</source>
        <translation>自适应</translation>
    </message>
    <message>
        <source>Off: the lane only evaluates.</source>
        <translation>关闭：通道只做评估。</translation>
    </message>
    <message>
        <source>adaptation %1</source>
        <translation>自适应%1</translation>
    </message>
    <message>
        <source>learn from the stream</source>
        <translation>从数据流中学习</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Alignment pair</source>
        <translation>对齐分支</translation>
    </message>
    <message>
        <source>Regulariser</source>
        <translation>正则项</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>all but the head</source>
        <translation>除分类头外的全部</translation>
    </message>
    <message>
        <source>low-rank pairs</source>
        <translation>低秩对</translation>
    </message>
    <message>
        <source>norm layers and low-rank pairs</source>
        <translation>归一化层和低秩对</translation>
    </message>
    <message>
        <source>a vector before the head</source>
        <translation>分类头之前的一个向量</translation>
    </message>
    <message>
        <source>of both</source>
        <translation>两者混合的</translation>
    </message>
    <message>
        <source>moved by every batch</source>
        <translation>随每个批次移动的</translation>
    </message>
    <message>
        <source>moved by every update</source>
        <translation>随每次更新移动的</translation>
    </message>
    <message>
        <source>corrected by each picture</source>
        <translation>按每张图片校正的</translation>
    </message>
    <message>
        <source>averages of the batches</source>
        <translation>各批次的平均</translation>
    </message>
    <message>
        <source>Where the published code departs from its paper. SAR: keep the low moving average across a reset. ASR with a pull to the source: a reset lands on what the weights are pulled towards.</source>
        <translation>公开代码与论文不一致之处。SAR：重置后仍保留较低的移动平均。ASR 加上向源模型拉回：重置落在权重被拉向之处。</translation>
    </message>
    <message>
        <source>Share of the batch</source>
        <translation>批次的占比</translation>
    </message>
    <message>
        <source>What a batch counts in the statistics that it is mixed with (BN-α 0.1, RoTTA 0.05, NOTE 0.01).</source>
        <translation>批次在与其混合的统计量中所占的份量（BN-α 0.1、RoTTA 0.05、NOTE 0.01）。</translation>
    </message>
    <message>
        <source>share of the batch %1</source>
        <translation>批次的占比 %1</translation>
    </message>
    <message>
        <source>Shrinkage k</source>
        <translation>收缩 k</translation>
    </message>
    <message>
        <source>Standard errors by which a picture may depart from the averages before it is corrected (NOTE).</source>
        <translation>图片在被校正之前可偏离平均的标准误差数（NOTE）。</translation>
    </message>
    <message>
        <source>shrinkage %1</source>
        <translation>收缩 %1</translation>
    </message>
    <message>
        <source>Restoration</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>ln K</source>
        <translation>ln K</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nat</translation>
    </message>
    <message>
        <source>of the answers</source>
        <translation>回答的</translation>
    </message>
    <message>
        <source>the first of the answers</source>
        <translation>回答开头的</translation>
    </message>
    <message>
        <source>the last of the answers</source>
        <translation>回答末尾的</translation>
    </message>
    <message>
        <source>behind the answers&apos; mark</source>
        <translation>回答标记之后的</translation>
    </message>
    <message>
        <source>of the questions</source>
        <translation>问题的</translation>
    </message>
    <message>
        <source>mean over tokens</source>
        <translation>对词元取平均</translation>
    </message>
    <message>
        <source>mean over answers</source>
        <translation>对回答取平均</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>Unit of margins</source>
        <translation>阈值的单位</translation>
    </message>
    <message>
        <source>What margins of entropies are multiples of. 0.4 · ln K keeps nearly every token of a large vocabulary.</source>
        <translation>熵的阈值是什么的倍数。词表很大时，0.4 · ln K 几乎保留每个词元。</translation>
    </message>
    <message>
        <source>margins in %1</source>
        <translation>阈值的单位 %1</translation>
    </message>
    <message>
        <source>Surprise margin P0</source>
        <translation>意外度阈值 P0</translation>
    </message>
    <message>
        <source>Keep questions whose mean −log p of the next token is above it (TLM).</source>
        <translation>保留下一词元的平均 −log p 高于此值的问题（TLM）。</translation>
    </message>
    <message>
        <source>surprise margin %1</source>
        <translation>意外度阈值 %1</translation>
    </message>
    <message>
        <source>Surprise scale λ</source>
        <translation>意外度系数 λ</translation>
    </message>
    <message>
        <source>λ in the weight λ · exp(mean −log p − P0) (TLM).</source>
        <translation>权重 λ · exp(平均 −log p − P0) 中的 λ（TLM）。</translation>
    </message>
    <message>
        <source>surprise scale %1</source>
        <translation>意外度系数 %1</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>AdamW&apos;s decay of all that is trained, a share of the rate.</source>
        <translation>AdamW 对所有被训练部分的衰减，为学习率的一定比例。</translation>
    </message>
    <message>
        <source>weight decay %1</source>
        <translation>权重衰减 %1</translation>
    </message>
    <message>
        <source>Rank of the pairs</source>
        <translation>低秩对的秩</translation>
    </message>
    <message>
        <source>Inner width of the low-rank pairs; it stays as it is once there are pairs. LoRA, arXiv 2106.09685.</source>
        <translation>低秩对的内部宽度；一旦有了低秩对便保持不变。LoRA，arXiv 2106.09685。</translation>
    </message>
    <message>
        <source>rank %1</source>
        <translation>秩 %1</translation>
    </message>
    <message>
        <source>LoRA&apos;s α</source>
        <translation>LoRA 的 α</translation>
    </message>
    <message>
        <source>The pairs count α / rank times.</source>
        <translation>低秩对按 α / 秩 倍计入。</translation>
    </message>
    <message>
        <source>LoRA&apos;s α %1</source>
        <translation>LoRA 的 α %1</translation>
    </message>
    <message>
        <source>Maps with pairs</source>
        <translation>带低秩对的映射</translation>
    </message>
    <message>
        <source>Last parts of their names: q_proj, k_proj, v_proj, o_proj, gate_proj, up_proj, down_proj.</source>
        <translation>名称的最后部分：q_proj、k_proj、v_proj、o_proj、gate_proj、up_proj、down_proj。</translation>
    </message>
    <message>
        <source>pairs beside %1</source>
        <translation>带低秩对的映射：%1</translation>
    </message>
    <message>
        <source>no map with a pair</source>
        <translation>没有带低秩对的映射</translation>
    </message>
    <message>
        <source>Which tokens the loss looks at. The others are reported and not learnt from.</source>
        <translation>损失看哪些词元。其余的只报告，不用于学习。</translation>
    </message>
    <message>
        <source>tokens %1</source>
        <translation>词元：%1</translation>
    </message>
    <message>
        <source>Number of tokens</source>
        <translation>词元数</translation>
    </message>
    <message>
        <source>So many of each answer, from its beginning or its end.</source>
        <translation>每个回答取这么多，从开头或末尾算起。</translation>
    </message>
    <message>
        <source>%1 tokens of each answer</source>
        <translation>每个回答的 %1 个词元</translation>
    </message>
    <message>
        <source>Loss of a batch</source>
        <translation>批次的损失</translation>
    </message>
    <message>
        <source>A mean over tokens rewards long answers, a sum short ones.</source>
        <translation>对词元取平均有利于长回答，求和有利于短回答。</translation>
    </message>
    <message>
        <source>loss: %1</source>
        <translation>损失：%1</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新次数</translation>
    </message>
    <message>
        <source>Per batch of questions.</source>
        <translation>每个问题批次。</translation>
    </message>
    <message>
        <source>%1 updates</source>
        <translation>%1 次更新</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Learn from the questions first, and answer then (SLOT).</source>
        <translation>先从问题中学习，再回答（SLOT）。</translation>
    </message>
    <message>
        <source>learning before answering %1</source>
        <translation>先学习后回答：%1</translation>
    </message>
    <message>
        <source>learn, then answer</source>
        <translation>先学习，再回答</translation>
    </message>
    <message>
        <source>Forgetting</source>
        <translation>遗忘</translation>
    </message>
    <message>
        <source>Back to the start after every question (SLOT).</source>
        <translation>每个问题之后回到起点（SLOT）。</translation>
    </message>
    <message>
        <source>reset after every question %1</source>
        <translation>每个问题之后重置：%1</translation>
    </message>
    <message>
        <source>after every question</source>
        <translation>每个问题之后</translation>
    </message>
    <message>
        <source>confident, weighted</source>
        <translation>自信、加权的</translation>
    </message>
    <message>
        <source>probable</source>
        <translation>高概率的</translation>
    </message>
    <message>
        <source>diverse and certain</source>
        <translation>多样且确信的</translation>
    </message>
    <message>
        <source>uncertain tokens</source>
        <translation>不确定的词元</translation>
    </message>
    <message>
        <source>surprising questions</source>
        <translation>意外的问题</translation>
    </message>
    <message>
        <source>information maximisation</source>
        <translation>信息最大化</translation>
    </message>
    <message>
        <source>cross-entropy to the teacher</source>
        <translation>与教师模型的交叉熵</translation>
    </message>
    <message>
        <source>symmetric cross-entropy to the teacher</source>
        <translation>与教师模型的对称交叉熵</translation>
    </message>
    <message>
        <source>entropy over views</source>
        <translation>各视图上的熵</translation>
    </message>
    <message>
        <source>−log p of the next token</source>
        <translation>下一词元的 −log p</translation>
    </message>
    <message>
        <source>samples kept</source>
        <translation>保留的样本</translation>
    </message>
    <message>
        <source>the batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>samples kept and classes</source>
        <translation>保留的样本与类别</translation>
    </message>
    <message>
        <source>E0 / ln K in the weight exp(E0 − E) (EATA, DeYO, DELTA).</source>
        <translation>权重 exp(E0 − E) 中的 E0 / ln K（EATA、DeYO、DELTA）。</translation>
    </message>
    <message>
        <source>Average of predictions</source>
        <translation>预测的平均</translation>
    </message>
    <message>
        <source>Momentum of the moving average that predictions are compared with (EATA, ROID).</source>
        <translation>用来与预测比较的移动平均的动量（EATA、ROID）。</translation>
    </message>
    <message>
        <source>momentum of the predictions %1</source>
        <translation>预测的动量 %1</translation>
    </message>
    <message>
        <source>Probability threshold</source>
        <translation>概率阈值</translation>
    </message>
    <message>
        <source>Keep samples whose most probable class is above this (DELTA with labels).</source>
        <translation>保留最可能类别的概率高于此值的样本（带标签的 DELTA）。</translation>
    </message>
    <message>
        <source>probability threshold %1</source>
        <translation>概率阈值 %1</translation>
    </message>
    <message>
        <source>Temperature τ</source>
        <translation>温度 τ</translation>
    </message>
    <message>
        <source>τ in the weight exp(diversity · certainty / τ) (ROID).</source>
        <translation>权重 exp(多样性 · 确信度 / τ) 中的 τ（ROID）。</translation>
    </message>
    <message>
        <source>weights&apos; temperature %1</source>
        <translation>权重的温度 %1</translation>
    </message>
    <message>
        <source>Class balance</source>
        <translation>类别平衡</translation>
    </message>
    <message>
        <source>Samples of classes that were rarely predicted weigh more (DELTA).</source>
        <translation>很少被预测的类别的样本权重更大（DELTA）。</translation>
    </message>
    <message>
        <source>class balance %1</source>
        <translation>类别平衡%1</translation>
    </message>
    <message>
        <source>rare classes weigh more</source>
        <translation>稀少类别权重更大</translation>
    </message>
    <message>
        <source>Class momentum</source>
        <translation>类别动量</translation>
    </message>
    <message>
        <source>Momentum of the average of predictions that tells which classes are rare (DELTA).</source>
        <translation>用来判断哪些类别稀少的预测平均的动量（DELTA）。</translation>
    </message>
    <message>
        <source>class momentum %1</source>
        <translation>类别动量 %1</translation>
    </message>
    <message>
        <source>Mean over</source>
        <translation>取平均的范围</translation>
    </message>
    <message>
        <source>What the sum of the loss is divided by (ROID: the batch; NOTE: samples and classes).</source>
        <translation>损失之和除以什么（ROID：批次；NOTE：样本与类别）。</translation>
    </message>
    <message>
        <source>mean over %1</source>
        <translation>平均范围：%1</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批次大小</translation>
    </message>
    <message>
        <source>What a mean over the batch divides by; 0: the size of the batch. The published ROID divides a short last batch by the full size.</source>
        <translation>对批次取平均时除以什么；0：批次的大小。公开的 ROID 把较短的最后一个批次除以完整的大小。</translation>
    </message>
    <message>
        <source>divisor of the loss %1</source>
        <translation>损失的除数 %1</translation>
    </message>
    <message>
        <source>Probability clip</source>
        <translation>概率截断</translation>
    </message>
    <message>
        <source>Soft likelihood ratio: probabilities are cut here and have no gradient above; 1 means the exact ratio (ROID: 0.99).</source>
        <translation>软似然比：概率在此处截断，高于此值没有梯度；1 表示精确的比（ROID：0.99）。</translation>
    </message>
    <message>
        <source>probability clip %1</source>
        <translation>概率截断 %1</translation>
    </message>
    <message>
        <source>Logarithm ε</source>
        <translation>对数 ε</translation>
    </message>
    <message>
        <source>What is added inside logarithms (ROID 1e-5, SHOT 1e-10, NOTE 1e-6).</source>
        <translation>加在对数内的量（ROID 1e-5、SHOT 1e-10、NOTE 1e-6）。</translation>
    </message>
    <message>
        <source>logarithm ε %1</source>
        <translation>对数 ε %1</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>Factor of the symmetric cross-entropy between a kept sample and its view (ROID); 0 means none.</source>
        <translation>保留的样本与其视图之间对称交叉熵的系数（ROID）；0 表示没有。</translation>
    </message>
    <message>
        <source>consistency %1</source>
        <translation>一致性 %1</translation>
    </message>
    <message>
        <source>strong views</source>
        <translation>强</translation>
    </message>
    <message>
        <source>mild views</source>
        <translation>温和</translation>
    </message>
    <message>
        <source>mixed views</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>timely and certain</source>
        <translation>及时且确信</translation>
    </message>
    <message>
        <source>balanced by chance</source>
        <translation>随机平衡</translation>
    </message>
    <message>
        <source>a moving average</source>
        <translation>移动平均</translation>
    </message>
    <message>
        <source>the source</source>
        <translation>源模型</translation>
    </message>
    <message>
        <source>those after the update</source>
        <translation>更新之后的</translation>
    </message>
    <message>
        <source>the teacher&apos;s</source>
        <translation>教师模型的</translation>
    </message>
    <message>
        <source>with the prior corrected</source>
        <translation>校正先验的</translation>
    </message>
    <message>
        <source>smoothed between neighbours</source>
        <translation>在近邻之间平滑的</translation>
    </message>
    <message>
        <source>by supports</source>
        <translation>按支持样本的</translation>
    </message>
    <message>
        <source>nearest neighbours</source>
        <translation>最近邻</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>高斯函数</translation>
    </message>
    <message>
        <source>features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Views of each picture.</source>
        <translation>每张图片的视图。</translation>
    </message>
    <message>
        <source>%1 views</source>
        <translation>%1 个视图</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Pictures in the memory.</source>
        <translation>记忆中的图片数。</translation>
    </message>
    <message>
        <source>memory of %1 pictures</source>
        <translation>%1 张图片的记忆</translation>
    </message>
    <message>
        <source>Update every</source>
        <translation>更新间隔</translation>
    </message>
    <message>
        <source>Pictures from one update to the next; 0: one update after every batch.</source>
        <translation>相邻两次更新之间的图片数；0：每个批次之后更新一次。</translation>
    </message>
    <message>
        <source>update every %1 pictures</source>
        <translation>每 %1 张图片更新一次</translation>
    </message>
    <message>
        <source>Timeliness λ_t</source>
        <translation>及时性 λ_t</translation>
    </message>
    <message>
        <source>Weight of the age in the score by which a picture leaves the memory (RoTTA).</source>
        <translation>决定图片离开记忆的评分中年龄的权重（RoTTA）。</translation>
    </message>
    <message>
        <source>timeliness %1</source>
        <translation>及时性 %1</translation>
    </message>
    <message>
        <source>Uncertainty λ_u</source>
        <translation>不确定性 λ_u</translation>
    </message>
    <message>
        <source>Weight of the entropy in the score by which a picture leaves the memory (RoTTA).</source>
        <translation>决定图片离开记忆的评分中熵的权重（RoTTA）。</translation>
    </message>
    <message>
        <source>uncertainty %1</source>
        <translation>不确定性 %1</translation>
    </message>
    <message>
        <source>What stays of the teacher at an update; the rest comes from the model (CoTTA, RoTTA 0.999).</source>
        <translation>更新时教师模型保留的部分；其余来自模型（CoTTA、RoTTA 0.999）。</translation>
    </message>
    <message>
        <source>teacher&apos;s momentum %1</source>
        <translation>教师模型的动量 %1</translation>
    </message>
    <message>
        <source>Views below</source>
        <translation>低于此值用视图</translation>
    </message>
    <message>
        <source>Targets are the mean over views where the source&apos;s mean confidence is below this, else of one look (CoTTA: 0.92 on CIFAR-10).</source>
        <translation>源模型的平均置信度低于此值时，目标是各视图的平均，否则只看一次（CoTTA：CIFAR-10 上为 0.92）。</translation>
    </message>
    <message>
        <source>views below confidence %1</source>
        <translation>置信度低于 %1 时用视图</translation>
    </message>
    <message>
        <source>The further features have left their classes, the less the teacher follows and the more the source holds (PeTTA).</source>
        <translation>特征偏离其类别越远，教师模型跟随得越少，源模型的牵制越强（PeTTA）。</translation>
    </message>
    <message>
        <source>teacher by divergence %1</source>
        <translation>教师模型按散度调整：%1</translation>
    </message>
    <message>
        <source>heed the divergence</source>
        <translation>考虑散度</translation>
    </message>
    <message>
        <source>Prototype momentum</source>
        <translation>原型动量</translation>
    </message>
    <message>
        <source>What stays of a class&apos;s mean features (PeTTA).</source>
        <translation>一个类别的平均特征保留的部分（PeTTA）。</translation>
    </message>
    <message>
        <source>prototype momentum %1</source>
        <translation>原型动量 %1</translation>
    </message>
    <message>
        <source>Which logits are reported: from before the update unless it says otherwise.</source>
        <translation>报告哪些 logit：除非另有说明，均为更新之前的。</translation>
    </message>
    <message>
        <source>Supports</source>
        <translation>支持样本</translation>
    </message>
    <message>
        <source>Supports of each class; 0: all of them (T3A).</source>
        <translation>每个类别的支持样本数；0：全部（T3A）。</translation>
    </message>
    <message>
        <source>%1 supports</source>
        <translation>%1 个支持样本</translation>
    </message>
    <message>
        <source>Affinity</source>
        <translation>亲和度</translation>
    </message>
    <message>
        <source>Which samples of a batch pull on each other (LAME).</source>
        <translation>批次中哪些样本相互牵引（LAME）。</translation>
    </message>
    <message>
        <source>affinity: %1</source>
        <translation>亲和度：%1</translation>
    </message>
    <message>
        <source>Compared by</source>
        <translation>比较依据</translation>
    </message>
    <message>
        <source>What neighbours are alike in (LAME).</source>
        <translation>近邻在什么上相似（LAME）。</translation>
    </message>
    <message>
        <source>compared by %1</source>
        <translation>比较依据：%1</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>近邻</translation>
    </message>
    <message>
        <source>k: of the nearest neighbours, or of the width of the Gaussian (LAME).</source>
        <translation>k：最近邻的个数，或用于高斯函数的宽度（LAME）。</translation>
    </message>
    <message>
        <source>%1 neighbours</source>
        <translation>%1 个近邻</translation>
    </message>
    <message>
        <source>Symmetric</source>
        <translation>对称</translation>
    </message>
    <message>
        <source>Neighbours pull in both directions (LAME).</source>
        <translation>近邻在两个方向上牵引（LAME）。</translation>
    </message>
    <message>
        <source>symmetric neighbours %1</source>
        <translation>对称近邻%1</translation>
    </message>
    <message>
        <source>both ways</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Rounds at most (LAME).</source>
        <translation>最多的轮数（LAME）。</translation>
    </message>
    <message>
        <source>%1 rounds</source>
        <translation>%1 轮</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>容差</translation>
    </message>
    <message>
        <source>Relative change of the energy at which rounds end (LAME).</source>
        <translation>能量的相对变化降到此值时各轮结束（LAME）。</translation>
    </message>
    <message>
        <source>tolerance %1</source>
        <translation>容差 %1</translation>
    </message>
    <message>
        <source>when the loss falls</source>
        <translation>当损失下降时</translation>
    </message>
    <message>
        <source>every so many steps</source>
        <translation>每隔固定步数</translation>
    </message>
    <message>
        <source>when predictions concentrate</source>
        <translation>当预测集中时</translation>
    </message>
    <message>
        <source>before every picture</source>
        <translation>每张图片之前</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>a pull to the source</source>
        <translation>向源模型拉回</translation>
    </message>
    <message>
        <source>a filter</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>What brings everything back to where it started; its kind says when.</source>
        <translation>把一切带回起点；其种类决定何时。</translation>
    </message>
    <message>
        <source>while adapting</source>
        <translation>自适应期间</translation>
    </message>
    <message>
        <source>When</source>
        <translation>何时</translation>
    </message>
    <message>
        <source>When everything goes back to the start: when the moving average of the loss falls below the threshold (SAR), every so many steps (RDumb), when predictions concentrate on few classes (ASR), or before every picture (MEMO).</source>
        <translation>一切何时回到起点：当损失的移动平均低于阈值时（SAR）、每隔固定步数（RDumb）、当预测集中于少数类别时（ASR），或每张图片之前（MEMO）。</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Steps from one return to the next (RDumb).</source>
        <translation>相邻两次恢复之间的步数（RDumb）。</translation>
    </message>
    <message>
        <source>recovery every %1 steps</source>
        <translation>每 %1 步恢复一次</translation>
    </message>
    <message>
        <source>Start a0</source>
        <translation>起点 a0</translation>
    </message>
    <message>
        <source>The threshold C of the entropy of the mean logits starts at ln(a0 · K) (ASR).</source>
        <translation>平均 logit 的熵的阈值 C 从 ln(a0 · K) 开始（ASR）。</translation>
    </message>
    <message>
        <source>adaptive start %1</source>
        <translation>自适应重置的起点 %1</translation>
    </message>
    <message>
        <source>Memory m0</source>
        <translation>记忆 m0</translation>
    </message>
    <message>
        <source>C keeps the share 1 − m0 + m0 · φ of itself, φ being the share of predictions unlike the source&apos;s (ASR).</source>
        <translation>C 保留自身的 1 − m0 + m0 · φ，φ 是与源模型不同的预测的占比（ASR）。</translation>
    </message>
    <message>
        <source>adaptive memory %1</source>
        <translation>自适应重置的记忆 %1</translation>
    </message>
    <message>
        <source>Kept r0</source>
        <translation>保留 r0</translation>
    </message>
    <message>
        <source>Share of the trained tensors, from the input, that a reset leaves alone (ASR).</source>
        <translation>从输入端起，重置时不动的训练张量的占比（ASR）。</translation>
    </message>
    <message>
        <source>adaptive share kept %1</source>
        <translation>自适应重置的保留占比 %1</translation>
    </message>
    <message>
        <source>Slope r1</source>
        <translation>斜率 r1</translation>
    </message>
    <message>
        <source>How much less is left alone, the further predictions have concentrated (ASR).</source>
        <translation>预测越集中，不动的部分减少多少（ASR）。</translation>
    </message>
    <message>
        <source>adaptive slope %1</source>
        <translation>自适应重置的斜率 %1</translation>
    </message>
    <message>
        <source>Draws back</source>
        <translation>拉回方式</translation>
    </message>
    <message>
        <source>What draws the weights back after every update: a pull to the source (ROID), hidden weights that a filter estimates (CMF), or chance (CoTTA).</source>
        <translation>每次更新之后靠什么把权重拉回：向源模型拉回（ROID）、滤波器估计的隐藏权重（CMF），或随机（CoTTA）。</translation>
    </message>
    <message>
        <source>restoration %1</source>
        <translation>还原：%1</translation>
    </message>
    <message>
        <source>Weights kept</source>
        <translation>权重的保留</translation>
    </message>
    <message>
        <source>θ ← keep · θ + (1 − keep) · θ0, or hidden weights in place of θ0.</source>
        <translation>θ ← keep · θ + (1 − keep) · θ0，或以隐藏权重代替 θ0。</translation>
    </message>
    <message>
        <source>weights kept %1</source>
        <translation>权重的保留 %1</translation>
    </message>
    <message>
        <source>Hidden weights kept</source>
        <translation>隐藏权重的保留</translation>
    </message>
    <message>
        <source>What stays of the hidden weights; the rest is the source (CMF).</source>
        <translation>隐藏权重保留的部分；其余为源模型（CMF）。</translation>
    </message>
    <message>
        <source>hidden weights kept %1</source>
        <translation>隐藏权重的保留 %1</translation>
    </message>
    <message>
        <source>Process noise Q</source>
        <translation>过程噪声 Q</translation>
    </message>
    <message>
        <source>Variance that a step adds, times the number of trained values / 38400 (CMF).</source>
        <translation>每一步增加的方差，乘以训练值的个数 / 38400（CMF）。</translation>
    </message>
    <message>
        <source>process noise %1</source>
        <translation>过程噪声 %1</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>With which each value returns to the source (CoTTA).</source>
        <translation>每个值以此概率回到源模型（CoTTA）。</translation>
    </message>
    <message>
        <source>restored with probability %1</source>
        <translation>以概率 %1 还原</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Running Fisher</source>
        <translation>滑动 Fisher</translation>
    </message>
    <message>
        <source>p0 in p0 · φ² · Σ F (θ − θ̄)²: F and θ̄ are means since the last adaptive reset, φ is the share of predictions unlike the source&apos;s (ASR); 0 means none.</source>
        <translation>p0 · φ² · Σ F (θ − θ̄)² 中的 p0：F 和 θ̄ 是自上次自适应重置以来的平均，φ 是与源模型不同的预测的占比（ASR）；0 表示没有。</translation>
    </message>
    <message>
        <source>running Fisher %1</source>
        <translation>滑动 Fisher %1</translation>
    </message>
    <message>
        <source>Cosine to the source</source>
        <translation>与源模型的余弦</translation>
    </message>
    <message>
        <source>λ0 of −mean cos(θ, θ0), times the divergence of the features from their classes (PeTTA); 0 means none.</source>
        <translation>−均值 cos(θ, θ0) 的 λ0，乘以特征与其类别的散度（PeTTA）；0 表示没有。</translation>
    </message>
    <message>
        <source>cosine to the source %1</source>
        <translation>与源模型的余弦 %1</translation>
    </message>
    <message>
        <source>Anchor</source>
        <translation>锚</translation>
    </message>
    <message>
        <source>Factor of the cross-entropy to the source&apos;s predictions (PeTTA); 0 means none.</source>
        <translation>与源模型预测的交叉熵的系数（PeTTA）；0 表示没有。</translation>
    </message>
    <message>
        <source>anchor %1</source>
        <translation>锚 %1</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>The step looks ahead: rate · (g + momentum · buffer).</source>
        <translation>步骤向前看：学习率 · (g + 动量 · 缓冲)。</translation>
    </message>
    <message>
        <source>Nesterov %1</source>
        <translation>Nesterov：%1</translation>
    </message>
    <message>
        <source>look ahead</source>
        <translation>向前看</translation>
    </message>
    <message>
        <source>β1</source>
        <translation>β1</translation>
    </message>
    <message>
        <source>Adam&apos;s momentum of the gradient.</source>
        <translation>Adam 的梯度动量。</translation>
    </message>
    <message>
        <source>β1 %1</source>
        <translation>β1 %1</translation>
    </message>
    <message>
        <source>β2</source>
        <translation>β2</translation>
    </message>
    <message>
        <source>Adam&apos;s momentum of the squared gradient.</source>
        <translation>Adam 的平方梯度动量。</translation>
    </message>
    <message>
        <source>β2 %1</source>
        <translation>β2 %1</translation>
    </message>
    <message>
        <source>Adam&apos;s ε</source>
        <translation>Adam 的 ε</translation>
    </message>
    <message>
        <source>What is added to the root of the mean square.</source>
        <translation>加到均方根上的量。</translation>
    </message>
    <message>
        <source>Adam&apos;s ε %1</source>
        <translation>Adam 的 ε %1</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>lane</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>A run of Collapse Lab</source>
        <translation>Collapse Lab 的一次运行</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>What is left at the end</source>
        <translation>最后的结果</translation>
    </message>
    <message>
        <source>Accuracy: predictions before the update of their batch. Last fifth: of the images, by whole batches. Top class: the most predicted class among the last 1,000 predictions. Predictor distance: ‖θ_h − I‖_F after the last step.</source>
        <translation>准确率：每个批次更新之前的预测。最后五分之一：按图片计，取整批次。首位类别：最后 1,000 次预测中最常见的类别。预测器距离：最后一步之后的 ‖θ_h − I‖_F。</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Four charts over the steps</source>
        <translation>随步数变化的四个图表</translation>
    </message>
    <message>
        <source>What happened when</source>
        <translation>何时发生了什么</translation>
    </message>
    <message>
        <source>The experiment, to load again</source>
        <translation>可重新载入的实验</translation>
    </message>
    <message>
        <source>Save these lines as experiment.json and open the file in Collapse Lab.</source>
        <translation>将这些行保存为 experiment.json，再用 Collapse Lab 打开。</translation>
    </message>
    <message>
        <source>Or copy this line and choose File, Paste share link.</source>
        <translation>或复制这一行，然后选择“文件”中的“粘贴分享链接”。</translation>
    </message>
    <message>
        <source>Views that explain</source>
        <translation>解释性视图</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <translation>%1，第 %2 步</translation>
    </message>
    <message>
        <source>%1: the recording has no details for it.</source>
        <translation>%1：记录中没有相应的详情。</translation>
    </message>
</context>
<context>
    <name>RunStateText</name>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Press Run to start the experiment.</source>
        <translation>点运行开始实验。</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>Reading data and model; the first batch follows in a moment.</source>
        <translation>正在读取数据和模型，第一个批次马上就来。</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Throw a switch in a lane: it holds from the next step on.</source>
        <translation>切换通道上的开关：从下一步起生效。</translation>
    </message>
    <message>
        <source>On %1. Throw a switch in a lane: it holds from the next step on.</source>
        <translation>在 %1 上。切换通道上的开关：从下一步起生效。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>After step %1. Run goes on, Step does one batch.</source>
        <translation>第 %1 步之后。运行继续，单步处理一个批次。</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>%1 steps done. Change a switch and Restart, or export from the File menu.</source>
        <translation>完成 %1 步。改变开关后重新开始，或从文件菜单导出。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>At step %1. Run or Restart begins the same stream anew.</source>
        <translation>停在第 %1 步。运行将重新开始同一数据流。</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Change the set-up and press Run.</source>
        <translation>更改设置后点运行。</translation>
    </message>
    <message>
        <source>See the message above; change the set-up, then Run.</source>
        <translation>见上方消息；更改设置后再运行。</translation>
    </message>
    <message>
        <source>%1 now answers one class for everything. Set its predictor to linear, then Restart: does the same stream still break it?</source>
        <translation>%1 现在把一切都判为同一类。把它的预测器设为线性再重新开始：同一数据流还会使它崩溃吗？</translation>
    </message>
    <message>
        <source>Press Run. Tent should end up answering one class for everything; ZeroSiam should not. Watch class dominance rise before accuracy falls.</source>
        <translation>点运行。Tent 最后应把一切都判为同一类，ZeroSiam 不会。请看类别主导度先于准确率下降而上升。</translation>
    </message>
    <message>
        <source>Next, turn off ZeroSiam&apos;s stop-gradient and watch its class dominance. A mark on every chart shows when.</source>
        <translation>接下来关闭 ZeroSiam 的停止梯度，观察其类别主导度。每个图上的标记显示时刻。</translation>
    </message>
    <message>
        <source>Turn off ZeroSiam&apos;s stop-gradient, then Restart. Data and seed are the same, so any difference comes from your switch.</source>
        <translation>关闭 ZeroSiam 的停止梯度后重新开始。数据和随机种子相同，差别只来自你的开关。</translation>
    </message>
    <message>
        <source>Open the File menu for a saved experiment, or choose a preset above.</source>
        <translation>从文件菜单打开已保存的实验，或在上方选择预设。</translation>
    </message>
    <message>
        <source>A mark on every chart shows your switch. Watch class dominance; then set the switch back: does the lane recover?</source>
        <translation>每张图上的标记显示了您的开关。请观察类别主导度；然后把开关拨回去：通道会恢复吗？</translation>
    </message>
    <message>
        <source>Restart runs the same stream with the switches as they are now, from the first step on. Data and seed are the same, so any difference comes from them.</source>
        <translation>“重新开始”会从第一步起用当前的开关重跑同一数据流。数据和随机种子都相同，因此差异只来自开关。</translation>
    </message>
</context>
<context>
    <name>SpecHistory</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Corruption</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Imbalance</source>
        <translation>不平衡</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Batches of noise</source>
        <translation>噪声批次</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>StepFacts</name>
    <message>
        <source>The encoder turns %1 images into features z.</source>
        <translation>编码器把 %1 张图片变成特征 z。</translation>
    </message>
    <message>
        <source> Their mean length ‖z‖ is %1.</source>
        <translation>其平均长度 ‖z‖ 为 %1。</translation>
    </message>
    <message>
        <source> The head makes logits of them, of mean length ‖u‖ %1; these are scored, before anything is learned: %2 % right.</source>
        <translation>分类头由此得到 logit，平均长度 ‖u‖ 为 %1；学习之前先用它们计分：正确率 %2 %。</translation>
    </message>
    <message>
        <source>This lane only predicts: it has no second branch.</source>
        <translation>此通道只做预测：没有第二个分支。</translation>
    </message>
    <message>
        <source>There is no predictor, so both branches are one: the prediction that is scored is the one that is learned from.</source>
        <translation>没有预测器，两个分支合而为一：用来计分的预测也就是用来学习的预测。</translation>
    </message>
    <message>
        <source>The online branch passes the features through the predictor (%1), the target branch does not. %2</source>
        <translation>在线分支让特征经过预测器（%1），目标分支则不经过。%2</translation>
    </message>
    <message>
        <source>The stop-gradient keeps the target from being pulled along.</source>
        <translation>停止梯度使目标不被拉着走。</translation>
    </message>
    <message>
        <source>The stop-gradient is off: the target can be pulled along.</source>
        <translation>停止梯度已关闭：目标可能被拉着走。</translation>
    </message>
    <message>
        <source>Nothing is minimised.</source>
        <translation>不最小化任何量。</translation>
    </message>
    <message>
        <source>No image was reliable enough to learn from: there is no loss, and no step.</source>
        <translation>没有足够可靠的图片可供学习：没有损失，也不更新。</translation>
    </message>
    <message>
        <source>%1 of %2 images count. </source>
        <translation>%2 张图片中 %1 张计入。</translation>
    </message>
    <message>
        <source>The loss is the objective alone: H = %1.</source>
        <translation>损失只有目标一项：H = %1。</translation>
    </message>
    <message>
        <source>L = H + α·D = %1 + %2 · %3 = %4.</source>
        <translation>L = H + α·D = %1 + %2 · %3 = %4。</translation>
    </message>
    <message>
        <source>There is nothing to send back.</source>
        <translation>没有可反传的内容。</translation>
    </message>
    <message>
        <source>The gradient of the loss runs back %1 to the scales and shifts of the norm layers; all other weights stay as they are. It took %2 ms.</source>
        <translation>损失的梯度%1反传到归一化层的缩放和平移；其余权重保持不变。耗时 %2 ms。</translation>
    </message>
    <message>
        <source>through head and encoder</source>
        <translation>经分类头和编码器</translation>
    </message>
    <message>
        <source>through the online branch alone, to the predictor and</source>
        <translation>只经在线分支，到预测器，并</translation>
    </message>
    <message>
        <source>through both branches, to the predictor and</source>
        <translation>经两个分支，到预测器，并</translation>
    </message>
    <message>
        <source>The weights stay as they were.</source>
        <translation>权重保持不变。</translation>
    </message>
    <message>
        <source>The norm layers move by %1 (rate %2).</source>
        <translation>归一化层移动 %1（学习率 %2）。</translation>
    </message>
    <message>
        <source>The norm layers move (rate %1).</source>
        <translation>归一化层移动（学习率 %1）。</translation>
    </message>
    <message>
        <source> The predictor&apos;s distance from the identity goes from %1 to %2 (rate %3).</source>
        <translation>预测器与单位矩阵的距离从 %1 变为 %2（学习率 %3）。</translation>
    </message>
    <message>
        <source>1  Forward</source>
        <translation>1  前向</translation>
    </message>
    <message>
        <source>2  Two branches</source>
        <translation>2  两个分支</translation>
    </message>
    <message>
        <source>3  Loss</source>
        <translation>3  损失</translation>
    </message>
    <message>
        <source>4  Backward</source>
        <translation>4  反向</translation>
    </message>
    <message>
        <source>5  Update</source>
        <translation>5  更新</translation>
    </message>
    <message>
        <source>The gradient of the loss runs back to what is trained (%1); all other weights stay as they are. It took %2 ms.</source>
        <translation>损失的梯度回传到被训练的部分（%1）；其余权重保持不变。用时 %2 毫秒。</translation>
    </message>
    <message>
        <source>What is trained moves (rate %1).</source>
        <translation>被训练的部分移动（学习率 %1）。</translation>
    </message>
</context>
<context>
    <name>StudyReport</name>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Mean ± sd over %1 seeds: %2; %3 s of computing.</source>
        <translation>%1 个随机种子的平均值 ± 标准差：%2；计算用时 %3 秒。</translation>
    </message>
    <message>
        <source>One seed: %1; %2 s of computing.</source>
        <translation>一个随机种子：%1；计算用时 %2 秒。</translation>
    </message>
    <message>
        <source>Cut short: %1.</source>
        <translation>提前结束：%1。</translation>
    </message>
    <message>
        <source>average</source>
        <translation>平均</translation>
    </message>
</context>
<context>
    <name>StudyWindow</name>
    <message>
        <source>, about %1 s left</source>
        <translation>，约剩 %1 秒</translation>
    </message>
    <message>
        <source>, about %1 min left</source>
        <translation>，约剩 %1 分钟</translation>
    </message>
    <message>
        <source>, about %1 h left</source>
        <translation>，约剩 %1 小时</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>%1; %2; %3</source>
        <translation>%1；%2；%3</translation>
    </message>
</context>
<context>
    <name>Toy</name>
    <message>
        <source>%1 has collapsed: it calls %2 % of balanced data %3, where a third would be right.</source>
        <translation>%1 已坍塌：它把 %2 % 的均衡数据判为 %3，而三分之一才是对的。</translation>
    </message>
    <message>
        <source>%1 leans to one class: it calls %2 % of balanced data %3 and gets %4 % right, without adaptation %5 %.</source>
        <translation>%1 偏向一个类别：它把 %2 % 的均衡数据判为 %3，正确率 %4 %，不自适应为 %5 %。</translation>
    </message>
    <message>
        <source>%1 gets %2 % of balanced data right, without adaptation %3 %.</source>
        <translation>%1 在均衡数据上的正确率为 %2 %，不自适应为 %3 %。</translation>
    </message>
    <message>
        <source>Its features have grown from length %1 to %2.</source>
        <translation>它的特征长度从 %1 增长到 %2。</translation>
    </message>
    <message>
        <source>At step %1 its numbers left all bounds, and it has learned nothing since: reset with a lower rate.</source>
        <translation>在第 %1 步，它的数值超出一切界限，此后什么也没学到：请用更小的学习率重置。</translation>
    </message>
    <message>
        <source>Without a predictor both branches are one and %1 is Tent: the two agree to the last digit.</source>
        <translation>没有预测器，两个分支合而为一，%1 就是 Tent：两者逐位一致。</translation>
    </message>
    <message>
        <source>Without a predictor %1 now follows Tent&apos;s loss.</source>
        <translation>没有预测器，%1 现在遵循 Tent 的损失。</translation>
    </message>
    <message>
        <source>α is 0: nothing holds the branch with the predictor to the one without.</source>
        <translation>α 为 0：没有什么使带预测器的分支与不带的保持一致。</translation>
    </message>
    <message>
        <source>Without the stop-gradient the two branches may drift together.</source>
        <translation>没有停止梯度，两个分支可能一起漂移。</translation>
    </message>
    <message>
        <source>The predictor stands %1 from the identity.</source>
        <translation>预测器与单位矩阵的距离为 %1。</translation>
    </message>
    <message>
        <source>Nothing is learned yet: both worlds are the same and get %1 % of balanced data right, because the points have moved since training. Press Play, or drag a point and watch its arrows.</source>
        <translation>还什么都没学：两个世界相同，在均衡数据上的正确率为 %1 %，因为训练之后点已移动。点播放，或拖动一个点并观察其箭头。</translation>
    </message>
    <message>
        <source>The stream is over.</source>
        <translation>数据流已结束。</translation>
    </message>
</context>
<context>
    <name>lab::Appearance</name>
    <message>
        <source>The language changes when the window is opened anew. A run under way would be stopped.</source>
        <translation>重新打开窗口后语言才会改变。正在进行的运行会被停止。</translation>
    </message>
    <message>
        <source>Open anew</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后</translation>
    </message>
</context>
<context>
    <name>lab::ChartBoard</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>true labels</source>
        <translation>真实标签</translation>
    </message>
    <message>
        <source>These images have no labels, so there is no accuracy. Class dominance and logit norm need none.</source>
        <translation>这些图片没有标签，因此没有准确率。类别主导度和 logit 范数不需要标签。</translation>
    </message>
</context>
<context>
    <name>lab::ChartLegend</name>
    <message>
        <source>Legend: %1</source>
        <translation>图例：%1</translation>
    </message>
</context>
<context>
    <name>lab::ChartTile</name>
    <message>
        <source>Which measure this chart shows</source>
        <translation>此图表显示的指标</translation>
    </message>
    <message>
        <source>Measure of the chart</source>
        <translation>图表的指标</translation>
    </message>
</context>
<context>
    <name>lab::ClassRiver</name>
    <message>
        <source>Predicted classes over time</source>
        <translation>预测类别随时间变化</translation>
    </message>
    <message>
        <source>Each class is as thick as its share of the answers. In a collapse one class floods its lane while the true labels flow on.</source>
        <translation>每个类别的宽度即其在回答中的占比。坍塌时一个类别淹没通道，而真实标签照常流动。</translation>
    </message>
</context>
<context>
    <name>lab::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>想做什么？</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>Arrow keys choose, Enter does it, Esc closes.</source>
        <translation>方向键选择，回车执行，Esc 关闭。</translation>
    </message>
    <message>
        <source> (on)</source>
        <translation>（开）</translation>
    </message>
    <message>
        <source>needs %1</source>
        <translation>需要%1</translation>
    </message>
</context>
<context>
    <name>lab::CommandRegistry</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>lab::ConfusionCanvas</name>
    <message>
        <source>Confusion matrices</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>%1: %2 % right</source>
        <translation>%1：正确率 %2 %</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>%1, %2 % right</source>
        <translation>%1，正确率 %2 %</translation>
    </message>
    <message>
        <source>%1, no labels</source>
        <translation>%1，无标签</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>%1 calls %2 of %3 images of %4 %5</source>
        <translation>%1 把 %3 张 %4 图片中的 %2 张判为 %5</translation>
    </message>
</context>
<context>
    <name>lab::ConfusionView</name>
    <message>
        <source>Confusion</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>A row is a true class; its numbers say what share of it (in %) gets which answer. A collapse is one dark column.</source>
        <translation>一行是一个真实类别；数字是其中得到各种回答的占比（%）。坍塌表现为一列深色。</translation>
    </message>
    <message>
        <source>last 10 batches</source>
        <translation>最近 10 批次</translation>
    </message>
    <message>
        <source>last 100 batches</source>
        <translation>最近 100 批次</translation>
    </message>
    <message>
        <source>all so far</source>
        <translation>迄今全部</translation>
    </message>
    <message>
        <source>Batches that are counted</source>
        <translation>计入的批次</translation>
    </message>
    <message>
        <source>These images have no labels, so no answer can be called right or wrong. The page Classes shows what is answered.</source>
        <translation>这些图片没有标签，无法判断答案对错。“类别”页显示给出的答案。</translation>
    </message>
</context>
<context>
    <name>lab::DataController</name>
    <message>
        <source>%1 is in %2.</source>
        <translation>%1 位于 %2。</translation>
    </message>
    <message>
        <source>No checksum is published of %1: not verified.</source>
        <translation>%1 没有公布校验和：未校验。</translation>
    </message>
    <message>
        <source>These pictures have no labels, which the scenario needs: it is now mild (shuffled). Charts of accuracy stay empty.</source>
        <translation>这些图片没有该场景所需的标签：场景已改为温和（打乱）。准确率图表将为空。</translation>
    </message>
    <message>
        <source>Folder that holds %1</source>
        <translation>存放 %1 的文件夹</translation>
    </message>
    <message>
        <source>%1 is read from %2, now and next time.</source>
        <translation>今后将从 %2 读取 %1。</translation>
    </message>
    <message>
        <source>The model is now %1, which was trained on these pictures.</source>
        <translation>模型现为 %1，它是用这些图片训练的。</translation>
    </message>
    <message>
        <source>The pictures are now those of %1, on which the model was trained.</source>
        <translation>图片现取自 %1，模型正是用它训练的。</translation>
    </message>
    <message>
        <source>%1 is not on this machine. &quot;Get the data…&quot; in the set-up downloads it or takes a folder that holds it.</source>
        <translation>本机上没有 %1。请用设置中的“获取数据…”下载或指定存放它的文件夹。</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>警告：%1</translation>
    </message>
</context>
<context>
    <name>lab::DataWindow</name>
    <message>
        <source>your own files: name their folder</source>
        <translation>您自己的文件：请指定文件夹</translation>
    </message>
    <message>
        <source>your own files: folder remembered</source>
        <translation>您自己的文件：已记住文件夹</translation>
    </message>
    <message>
        <source>on this machine</source>
        <translation>在本机上</translation>
    </message>
    <message>
        <source>not here: can be downloaded</source>
        <translation>不在本机：可下载</translation>
    </message>
    <message>
        <source>not here: ask for access</source>
        <translation>不在本机：需申请访问</translation>
    </message>
    <message>
        <source>no checksum published</source>
        <translation>未公布校验和</translation>
    </message>
    <message>
        <source>I accept these terms</source>
        <translation>我接受这些条款</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>It is in a folder…</source>
        <translation>它在某个文件夹中…</translation>
    </message>
    <message>
        <source>Forget the folder</source>
        <translation>忘记该文件夹</translation>
    </message>
    <message>
        <source>Use in the experiment</source>
        <translation>用于实验</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>%1 is the data set of the experiment.</source>
        <translation>%1 是本实验的数据集。</translation>
    </message>
    <message>
        <source>%1: connecting…</source>
        <translation>%1：正在连接…</translation>
    </message>
    <message>
        <source>%1 is in %2.</source>
        <translation>%1 位于 %2。</translation>
    </message>
    <message>
        <source>%1: stopped. What has arrived is kept; Download goes on from there.</source>
        <translation>%1：已停止。已下载的部分会保留；再次下载将从此处继续。</translation>
    </message>
    <message>
        <source>No folder is named yet.</source>
        <translation>尚未指定文件夹。</translation>
    </message>
    <message>
        <source>Not found on this machine.</source>
        <translation>本机上未找到。</translation>
    </message>
    <message>
        <source>Cannot be downloaded freely.</source>
        <translation>不能自由下载。</translation>
    </message>
    <message>
        <source>%1 in one file</source>
        <translation>1 个文件，共 %1</translation>
    </message>
    <message>
        <source>%1 in %2 files</source>
        <translation>%2 个文件，共 %1</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1（%2，%3）</translation>
    </message>
    <message>
        <source>%1 of %2 have arrived already; Download goes on from there.</source>
        <translation>已下载 %1，共 %2；再次下载将从此处继续。</translation>
    </message>
    <message>
        <source>Getting %1</source>
        <translation>正在获取 %1</translation>
    </message>
    <message>
        <source>Checking %1</source>
        <translation>正在校验 %1</translation>
    </message>
    <message>
        <source>Unpacking %1</source>
        <translation>正在解压 %1</translation>
    </message>
    <message>
        <source> (%1 of %2)</source>
        <translation>（%1，共 %2）</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1，共 %2</translation>
    </message>
    <message>
        <source>The folder of %1 is forgotten; nothing in it was touched.</source>
        <translation>已忘记 %1 的文件夹；其中内容未改动。</translation>
    </message>
    <message>
        <source>%1 is read from %2, now and next time.</source>
        <translation>今后将从 %2 读取 %1。</translation>
    </message>
    <message>
        <source>Another set is on its way: one at a time.</source>
        <translation>另一个数据集正在下载：一次一个。</translation>
    </message>
    <message>
        <source>Downloads, verifies and unpacks it into the lab&apos;s data folder</source>
        <translation>下载、校验并解压到实验室的数据文件夹</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>其他文件夹…</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Please cite</source>
        <translation>请引用</translation>
    </message>
    <message>
        <source>Home page</source>
        <translation>主页</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>下载进度</translation>
    </message>
    <message>
        <source>Asked once for each data set</source>
        <translation>每个数据集只询问一次</translation>
    </message>
    <message>
        <source>The lab no longer looks there; the files stay</source>
        <translation>实验室不再在那里查找；文件保留</translation>
    </message>
</context>
<context>
    <name>lab::DemoRun</name>
    <message>
        <source>first point after %1 s</source>
        <translation>%1 秒后出现第一个点</translation>
    </message>
    <message>
        <source>The run was stopped before its end.</source>
        <translation>运行在结束前被停止。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: choose another one.</source>
        <translation>无法创建文件夹 %1：请另选一个。</translation>
    </message>
    <message>
        <source>Picture: %1, records: %2</source>
        <translation>图片：%1，记录：%2</translation>
    </message>
</context>
<context>
    <name>lab::DroppedPictures</name>
    <message>
        <source>1 picture left out</source>
        <translation>略过 1 张图片</translation>
    </message>
    <message>
        <source>%1 pictures left out</source>
        <translation>略过 %1 张图片</translation>
    </message>
    <message>
        <source>and %1 more: click for the list</source>
        <translation>还有 %1 个：点击查看列表</translation>
    </message>
    <message>
        <source>These files could not be read. The run went on without them; mend or remove them for the next one.</source>
        <translation>这些文件无法读取。运行已略过它们；下次运行前请修复或移除。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>lab::ExportController</name>
    <message>
        <source>Images of the batch</source>
        <translation>批次图片</translation>
    </message>
    <message>
        <source>There is nothing to hand out yet: press Run first.</source>
        <translation>还没有可分发的内容：请先运行。</translation>
    </message>
    <message>
        <source>Hand out a picture</source>
        <translation>分发图片</translation>
    </message>
    <message>
        <source>The picture is in %1.</source>
        <translation>图片已保存到 %1。</translation>
    </message>
    <message>
        <source>Records as JSON</source>
        <translation>记录为 JSON</translation>
    </message>
    <message>
        <source>%1 records are in %2.</source>
        <translation>%1 条记录已写入 %2。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>The report is in %1. It needs no other file.</source>
        <translation>报告已保存到 %1，不依赖其他文件。</translation>
    </message>
    <message>
        <source>Folder for the frames</source>
        <translation>影片帧的文件夹</translation>
    </message>
    <message>
        <source>%1: this page draws nothing of the run and cannot be handed out.</source>
        <translation>%1：此页不绘制运行的任何内容，无法分发。</translation>
    </message>
</context>
<context>
    <name>lab::FeatureCanvas</name>
    <message>
        <source>Feature map</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Step %1, %2 lanes</source>
        <translation>第 %1 步，%2 个通道</translation>
    </message>
    <message>
        <source>no step here</source>
        <translation>此处没有步</translation>
    </message>
    <message>
        <source>first principal component of the unadapted features (%1 % of their variance)</source>
        <translation>未自适应特征的第一主成分（占方差 %1 %）</translation>
    </message>
    <message>
        <source>second principal component (%1 %)</source>
        <translation>第二主成分（%1 %）</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Step %1
true label: %2
%3 says: %4
(%5, %6)</source>
        <translation>第 %1 步
真实标签：%2
%3 的回答：%4
(%5, %6)</translation>
    </message>
</context>
<context>
    <name>lab::FeatureMap</name>
    <message>
        <source>Feature map</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Pictures of one class lie together while a lane still tells classes apart; in a collapse all pile up.</source>
        <translation>通道还能区分类别时，同类图片聚在一起；坍塌时全部堆到一处。</translation>
    </message>
    <message>
        <source>by true class</source>
        <translation>按真实类别</translation>
    </message>
    <message>
        <source>by predicted class</source>
        <translation>按预测类别</translation>
    </message>
    <message>
        <source>Colour of the marks</source>
        <translation>标记的颜色</translation>
    </message>
    <message>
        <source>this batch</source>
        <translation>此批次</translation>
    </message>
    <message>
        <source>last %1 batches</source>
        <translation>最近 %1 个批次</translation>
    </message>
    <message>
        <source>Batches that are shown</source>
        <translation>显示的批次</translation>
    </message>
</context>
<context>
    <name>lab::FieldControl</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>lab::FileController</name>
    <message>
        <source>Open experiment</source>
        <translation>打开实验</translation>
    </message>
    <message>
        <source>Experiments (*.collapselab *.json);;All files (*)</source>
        <translation>实验 (*.collapselab *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>保存实验</translation>
    </message>
    <message>
        <source>experiment.collapselab</source>
        <translation>experiment.collapselab</translation>
    </message>
    <message>
        <source>Experiment with its recording (*.collapselab);;Set-up and lanes alone (*.json)</source>
        <translation>实验及其记录 (*.collapselab);;仅设置与通道 (*.json)</translation>
    </message>
    <message>
        <source>The experiment is saved in %1.</source>
        <translation>实验已保存到 %1。</translation>
    </message>
    <message>
        <source>The link is copied. Whoever pastes it into Collapse Lab has this experiment.</source>
        <translation>链接已复制。粘贴到 Collapse Lab 即得到此实验。</translation>
    </message>
    <message>
        <source>The clipboard holds no text: copy a link that begins with collapselab: first.</source>
        <translation>剪贴板中没有文本：请先复制以 collapselab: 开头的链接。</translation>
    </message>
    <message>
        <source>The experiment of the link is set up. Press Run.</source>
        <translation>链接中的实验已设置好。请点运行。</translation>
    </message>
    <message>
        <source>There are no records yet: press Run first.</source>
        <translation>还没有记录：请先运行。</translation>
    </message>
    <message>
        <source>Export records</source>
        <translation>导出记录</translation>
    </message>
    <message>
        <source>records.csv</source>
        <translation>records.csv</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>%1 records are in %2.</source>
        <translation>%1 条记录已写入 %2。</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>collapse-lab.png</source>
        <translation>collapse-lab.png</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>The picture is in %1.</source>
        <translation>图片已保存到 %1。</translation>
    </message>
    <message>
        <source>A run is under way: stop it before you open a recording.</source>
        <translation>正在运行：打开记录前请先停止。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is not an experiment: %2</source>
        <translation>%1 不是实验：%2</translation>
    </message>
    <message>
        <source>%1 cannot be written: choose another folder.</source>
        <translation>无法写入 %1：请另选文件夹。</translation>
    </message>
    <message>
        <source>Another file is still being written or read: try again in a moment.</source>
        <translation>另一个文件仍在写入或读取，请稍后再试。</translation>
    </message>
    <message>
        <source>Saving %1…</source>
        <translation>正在保存 %1…</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>正在打开 %1…</translation>
    </message>
    <message>
        <source>The command line is copied. It begins the experiment as it is set up; to have the switches of this run as well, save it and use collapse-lab-cli replay.</source>
        <translation>命令行已复制。它按当前设置开始实验；若还要此次运行的开关，请保存它并使用 collapse-lab-cli replay。</translation>
    </message>
    <message>
        <source>The command line is copied. Paste it into a terminal or a script.</source>
        <translation>命令行已复制。请粘贴到终端或脚本中。</translation>
    </message>
    <message>
        <source>This experiment asks a language model questions, which the window cannot show yet: &quot;collapse-lab-cli run&quot; runs it.</source>
        <translation>此实验向语言模型提问，窗口尚不能显示：“collapse-lab-cli run”可以运行它。</translation>
    </message>
</context>
<context>
    <name>lab::ForkDialog</name>
    <message>
        <source>Fork a lane</source>
        <translation>分叉通道</translation>
    </message>
    <message>
        <source>The copy starts from the lane&apos;s weights after this step, sees the same images, and runs along as a lane of its own. It catches up at once.</source>
        <translation>副本从通道在该步之后的权重开始，看到相同的图片，并作为独立通道一起运行。它会立刻赶上。</translation>
    </message>
    <message>
        <source>Lane to copy</source>
        <translation>要复制的通道</translation>
    </message>
    <message>
        <source>Step after which the copy begins</source>
        <translation>副本从哪一步之后开始</translation>
    </message>
    <message>
        <source>Name of the new lane</source>
        <translation>新通道的名称</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>After step</source>
        <translation>步之后</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Fork</source>
        <translation>分叉</translation>
    </message>
    <message>
        <source>%1 fork @%2</source>
        <translation>%1 分叉 @%2</translation>
    </message>
    <message>
        <source>Nothing is different yet: the copy would do what its parent does, digit for digit.</source>
        <translation>目前毫无不同：副本会与原通道逐位相同。</translation>
    </message>
    <message>
        <source>From step %1 on: %2.</source>
        <translation>从第 %1 步起：%2。</translation>
    </message>
</context>
<context>
    <name>lab::FrameSequence</name>
    <message>
        <source>Frames</source>
        <translation>影片帧</translation>
    </message>
    <message>
        <source>Drawing frames into %1</source>
        <translation>正在将帧绘制到 %1</translation>
    </message>
    <message>
        <source>Progress of the frames</source>
        <translation>影片帧的进度</translation>
    </message>
    <message>
        <source>Stopped after %1 of %2 frames. They are in %3.</source>
        <translation>绘制 %1 / %2 帧后停止。文件在 %3。</translation>
    </message>
    <message>
        <source>%1 frames are in %2.</source>
        <translation>%1 帧已写入 %2。</translation>
    </message>
</context>
<context>
    <name>lab::FramesDialog</name>
    <message>
        <source>Frames of a film</source>
        <translation>影片的帧</translation>
    </message>
    <message>
        <source>Numbered pictures in a folder, from the first step to the last. Views that draw details have a frame for each step whose details are kept.</source>
        <translation>文件夹中的编号图片，从第一步到最后一步。绘制详情的视图只为保留了详情的步骤生成一帧。</translation>
    </message>
    <message>
        <source>What the film shows</source>
        <translation>影片显示的内容</translation>
    </message>
    <message>
        <source>Steps from one frame to the next</source>
        <translation>相邻两帧之间的步数</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>A frame every how many steps?</source>
        <translation>每隔几步一帧？</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation>选择文件夹…</translation>
    </message>
</context>
<context>
    <name>lab::GlossaryWindow</name>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>Search all entries</source>
        <translation>搜索所有条目</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>No entry has these words.</source>
        <translation>没有条目包含这些词。</translation>
    </message>
</context>
<context>
    <name>lab::HeatCanvas</name>
    <message>
        <source>Heat map of the predictor</source>
        <translation>预测器热图</translation>
    </message>
    <message>
        <source>column: feature in</source>
        <translation>列：输入特征</translation>
    </message>
    <message>
        <source>row: feature out</source>
        <translation>行：输出特征</translation>
    </message>
    <message>
        <source>rows %1–%2, columns %3–%4: mean size %5</source>
        <translation>第 %1–%2 行，第 %3–%4 列：平均大小 %5</translation>
    </message>
    <message>
        <source>row %1, column %2: %3</source>
        <translation>第 %1 行，第 %2 列：%3</translation>
    </message>
</context>
<context>
    <name>lab::HintCard</name>
    <message>
        <source>Try next</source>
        <translation>接下来试试</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>lab::ImageBoard</name>
    <message>
        <source>Images of the step</source>
        <translation>该步图片</translation>
    </message>
    <message>
        <source>The same images for all lanes. A disc in a lane&apos;s colour: right. A cross: wrong.</source>
        <translation>所有通道的图片相同。通道颜色的圆点：正确。叉：错误。</translation>
    </message>
    <message>
        <source>only where</source>
        <translation>仅当</translation>
    </message>
    <message>
        <source>is right and</source>
        <translation>正确且</translation>
    </message>
    <message>
        <source>is wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Lane that is right</source>
        <translation>正确的通道</translation>
    </message>
    <message>
        <source>Lane that is wrong</source>
        <translation>错误的通道</translation>
    </message>
    <message>
        <source>Only images that one lane gets right and another wrong</source>
        <translation>仅显示一个通道正确而另一个错误的图片</translation>
    </message>
</context>
<context>
    <name>lab::ImageGrid</name>
    <message>
        <source>Image board</source>
        <translation>图片板</translation>
    </message>
    <message>
        <source>%1 images of step %2</source>
        <translation>第 %2 步的 %1 张图片</translation>
    </message>
    <message>
        <source>No image of this step passes the filter.</source>
        <translation>该步没有图片符合筛选条件。</translation>
    </message>
    <message>
        <source>Image %1 of the data set, true label: %2</source>
        <translation>数据集的第 %1 张图片，真实标签：%2</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2：%3</translation>
    </message>
    <message>
        <source>✓</source>
        <translation>✓</translation>
    </message>
    <message>
        <source>✗</source>
        <translation>✗</translation>
    </message>
    <message>
        <source>These images have no labels: nothing is right or wrong.</source>
        <translation>这些图片没有标签：无所谓对错。</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>Image %1 of the data set, no label</source>
        <translation>数据集第 %1 张图片，无标签</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>lab::ImageStrip</name>
    <message>
        <source>Images of the current batch</source>
        <translation>当前批次的图片</translation>
    </message>
    <message>
        <source>True label: %1</source>
        <translation>真实标签：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, confidence %1</source>
        <translation>，置信度 %1</translation>
    </message>
    <message>
        <source>Images of step %1</source>
        <translation>第 %1 步的图片</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>true label</source>
        <translation>真实标签</translation>
    </message>
    <message>
        <source>✓ </source>
        <translation>✓ </translation>
    </message>
    <message>
        <source>✗ </source>
        <translation>✗ </translation>
    </message>
    <message>
        <source>No label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>no labels</source>
        <translation>无标签</translation>
    </message>
</context>
<context>
    <name>lab::LaneCard</name>
    <message>
        <source>Method…</source>
        <translation>方法…</translation>
    </message>
    <message>
        <source>Edit blocks…</source>
        <translation>编辑模块…</translation>
    </message>
    <message>
        <source>Lane %1</source>
        <translation>通道 %1</translation>
    </message>
    <message>
        <source>From this step on, the lane answers one class for nearly everything. The rule, over the last 640 images: at least 80 % of the images of other classes get the most predicted class, and the predictions spread over at most half as many classes as the true labels, or over at most 1.5. A class that rightly dominates the stream does not count. Without labels: 95 % of the last 1,000 images get one class, and the logit norm is 1.1 times that of the beginning.</source>
        <translation>从这一步起，通道几乎把一切都判为同一类。规则取最近 640 张图片：其他类别的图片至少 80 % 得到最常预测的类别，且预测分布的类别数至多为真实标签的一半，或至多为 1.5。在数据流中本来就占多数的类别不算。没有标签时：最近 1,000 张图片的 95 % 得到同一类，且 logit 范数达到开始时的 1.1 倍。</translation>
    </message>
    <message>
        <source>Switches of %1</source>
        <translation>%1 的开关</translation>
    </message>
    <message>
        <source>Remove lane %1</source>
        <translation>移除通道 %1</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Share of right answers, last 10 batches.</source>
        <translation>最近 10 个批次的正确率。</translation>
    </message>
    <message>
        <source>logit norm</source>
        <translation>logit 范数</translation>
    </message>
    <message>
        <source>Mean ‖u‖₂ of the batch.</source>
        <translation>批次的 ‖u‖₂ 均值。</translation>
    </message>
    <message>
        <source>dominance</source>
        <translation>主导度</translation>
    </message>
    <message>
        <source>Share of the most predicted class among the last 200 images.</source>
        <translation>最近 200 张图片中最常预测类别的占比。</translation>
    </message>
    <message>
        <source>predictor</source>
        <translation>预测器</translation>
    </message>
    <message>
        <source>‖θ_h − I‖_F; ZeroSiam, arXiv 2509.23183.</source>
        <translation>‖θ_h − I‖_F；ZeroSiam，arXiv 2509.23183。</translation>
    </message>
    <message>
        <source>All blocks of the method, reset policy and what happens on collapse</source>
        <translation>方法的全部模块、重置策略以及坍塌时的处理</translation>
    </message>
    <message>
        <source>Edit blocks of %1</source>
        <translation>编辑 %1 的模块</translation>
    </message>
    <message>
        <source>Method of %1</source>
        <translation>%1 的方法</translation>
    </message>
    <message>
        <source>Run another method in this lane</source>
        <translation>在此通道运行另一种方法</translation>
    </message>
    <message>
        <source>The method can be changed when no run is under way</source>
        <translation>没有运行时才能更换方法</translation>
    </message>
    <message>
        <source>Fold the switches away</source>
        <translation>收起开关</translation>
    </message>
    <message>
        <source>Show the switches</source>
        <translation>显示开关</translation>
    </message>
    <message>
        <source>Remove this lane</source>
        <translation>移除此通道</translation>
    </message>
    <message>
        <source>Lanes can be removed when no run is under way; two must stay</source>
        <translation>没有运行时才能移除通道；至少保留两个</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>COLLAPSED @%1</source>
        <translation>已坍塌 @%1</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>What the recording shows of this collapse</source>
        <translation>记录显示的此次坍塌</translation>
    </message>
    <message>
        <source>Why %1 collapsed</source>
        <translation>%1 为何坍塌</translation>
    </message>
</context>
<context>
    <name>lab::LaneController</name>
    <message>
        <source>Add a lane</source>
        <translation>添加通道</translation>
    </message>
    <message>
        <source>Add lane</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Another method for %1</source>
        <translation>%1 的另一种方法</translation>
    </message>
    <message>
        <source>Use this method</source>
        <translation>使用此方法</translation>
    </message>
    <message>
        <source>%1 from step %2 on</source>
        <translation>%1，从第 %2 步起</translation>
    </message>
    <message>
        <source>%1 from the next run on</source>
        <translation>%1，从下次运行起</translation>
    </message>
</context>
<context>
    <name>lab::LaneEditor</name>
    <message>
        <source>Blocks hold from the next step on, resets and collapse from the next run on.</source>
        <translation>模块从下一步起生效，重置与坍塌处理从下次运行起生效。</translation>
    </message>
    <message>
        <source>From the next run on</source>
        <translation>从下次运行起</translation>
    </message>
    <message>
        <source>Reset the lane</source>
        <translation>重置通道</translation>
    </message>
    <message>
        <source>Back to the weights as trained, a fresh optimiser and a fresh predictor.</source>
        <translation>回到训练所得的权重，优化器和预测器重新开始。</translation>
    </message>
    <message>
        <source>On collapse</source>
        <translation>坍塌时</translation>
    </message>
    <message>
        <source>What happens to the lane when the detector finds it collapsed.</source>
        <translation>检测器发现坍塌时如何处理通道。</translation>
    </message>
    <message>
        <source>Blocks of %1</source>
        <translation>%1 的模块</translation>
    </message>
    <message>
        <source>Reset: %1; on collapse: %2. The present run goes on as it began; this holds from the next run on.</source>
        <translation>重置：%1；坍塌时：%2。当前运行照旧；此设置从下次运行起生效。</translation>
    </message>
    <message>
        <source>Reset: %1; on collapse: %2, from the next run on.</source>
        <translation>重置：%1；坍塌时：%2，从下次运行起。</translation>
    </message>
</context>
<context>
    <name>lab::LanePanel</name>
    <message>
        <source>Add lane…</source>
        <translation>添加通道…</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>All see the very same images</source>
        <translation>看到的图片完全相同</translation>
    </message>
    <message>
        <source>Add a lane</source>
        <translation>添加通道</translation>
    </message>
    <message>
        <source>Lanes can be added when no run is under way</source>
        <translation>没有运行时才能添加通道</translation>
    </message>
    <message>
        <source>Choose a method and watch it beside the others</source>
        <translation>选择一种方法，与其他方法并排观察</translation>
    </message>
    <message>
        <source>There is room for %1 lanes</source>
        <translation>最多 %1 个通道</translation>
    </message>
</context>
<context>
    <name>lab::LessonController</name>
    <message>
        <source>There is no lesson &quot;%1&quot;: expected one of %2.</source>
        <translation>没有课程“%1”：应为 %2 之一。</translation>
    </message>
    <message>
        <source>Open a lesson</source>
        <translation>打开课程</translation>
    </message>
    <message>
        <source>Lessons (*.json)</source>
        <translation>课程 (*.json)</translation>
    </message>
</context>
<context>
    <name>lab::LessonPanel</name>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Do it for me</source>
        <translation>替我完成</translation>
    </message>
    <message>
        <source>Run the experiment</source>
        <translation>运行实验</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Teacher&apos;s note</source>
        <translation>教师备注</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Back to the whole window</source>
        <translation>返回完整窗口</translation>
    </message>
    <message>
        <source>Text of the step</source>
        <translation>本步文字</translation>
    </message>
    <message>
        <source>What the recording shows</source>
        <translation>记录显示的内容</translation>
    </message>
    <message>
        <source>%1 (%2 min)</source>
        <translation>%1（%2 分钟）</translation>
    </message>
    <message>
        <source>No lessons were found.</source>
        <translation>未找到课程。</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source> (measured: %1)</source>
        <translation>（实测：%1）</translation>
    </message>
    <message>
        <source>Make your guess first, or wait for the run to end.</source>
        <translation>请先猜测，或等待运行结束。</translation>
    </message>
    <message>
        <source>First make your guess and let the run come to its end.</source>
        <translation>请先猜测，并让运行结束。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>at step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
</context>
<context>
    <name>lab::LessonQuestionBox</name>
    <message>
        <source>That is my guess</source>
        <translation>这是我的猜测</translation>
    </message>
    <message>
        <source>Predict first</source>
        <translation>先猜一猜</translation>
    </message>
    <message>
        <source>✓ Well guessed. %1</source>
        <translation>✓ 猜对了。%1</translation>
    </message>
    <message>
        <source>✗ Not quite. %1</source>
        <translation>✗ 不完全对。%1</translation>
    </message>
</context>
<context>
    <name>lab::LogSlider</name>
    <message>
        <source>%1, number</source>
        <translation>%1，数值</translation>
    </message>
</context>
<context>
    <name>lab::MainWindow</name>
    <message>
        <source>New experiment[*]</source>
        <translation>新实验[*]</translation>
    </message>
</context>
<context>
    <name>lab::MessageStrip</name>
    <message>
        <source>Hide this message</source>
        <translation>隐藏此消息</translation>
    </message>
</context>
<context>
    <name>lab::NoticeLine</name>
    <message>
        <source>Warning: %1</source>
        <translation>警告：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n assumed</source>
        <translation>
            <numerusform>%n 项假定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n 条提示</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lab::PredictorMap</name>
    <message>
        <source>Predictor θₕ − I</source>
        <translation>预测器 θₕ − I</translation>
    </message>
    <message>
        <source>What the predictor has taken up: white is the identity. Watch single entries grow where the stream pushes in one direction.</source>
        <translation>预测器吸收的内容：白色为单位矩阵。数据流往一个方向推时，个别元素会变大。</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>Largest entries</source>
        <translation>最大的元素</translation>
    </message>
    <message>
        <source>Wheel or + and − zoom, dragging moves, a double click or 0 shows the whole.</source>
        <translation>滚轮或 + 和 − 缩放，拖动平移，双击或 0 显示全部。</translation>
    </message>
    <message>
        <source>%1 took no step %2.</source>
        <translation>%1 没有第 %2 步。</translation>
    </message>
    <message>
        <source>%1 has no predictor matrix at this step. Choose a lane whose predictor is linear, or switch one on.</source>
        <translation>%1 在这一步没有预测器矩阵。请选择预测器为线性的通道，或启用一个。</translation>
    </message>
    <message>
        <source>&lt;b&gt;‖θₕ − I‖ (Frobenius)&lt;/b&gt;&lt;br&gt;%1 after step %2&lt;br&gt;%3 before it&lt;br&gt;%4 × %4 entries%5</source>
        <translation>&lt;b&gt;‖θₕ − I‖ (Frobenius)&lt;/b&gt;&lt;br&gt;第 %2 步之后 %1&lt;br&gt;此前 %3&lt;br&gt;%4 × %4 个元素%5</translation>
    </message>
    <message>
        <source>, drawn as mean size of %1 × %1</source>
        <translation>，按 %1 × %1 的平均大小绘制</translation>
    </message>
    <message>
        <source>&lt;b&gt;Largest entries&lt;/b&gt;</source>
        <translation>&lt;b&gt;最大的元素&lt;/b&gt;</translation>
    </message>
    <message>
        <source>%1, step %2: norm %3</source>
        <translation>%1，第 %2 步：范数 %3</translation>
    </message>
</context>
<context>
    <name>lab::RecentFiles</name>
    <message>
        <source>No files yet</source>
        <translation>暂无文件</translation>
    </message>
    <message>
        <source>Forget these files</source>
        <translation>清除列表</translation>
    </message>
</context>
<context>
    <name>lab::RecipeDiagram</name>
    <message>
        <source>predictor: %1</source>
        <translation>预测器：%1</translation>
    </message>
    <message>
        <source>predictor</source>
        <translation>预测器</translation>
    </message>
    <message>
        <source>gradient flows</source>
        <translation>梯度流过</translation>
    </message>
    <message>
        <source>stop-gradient</source>
        <translation>停止梯度</translation>
    </message>
    <message>
        <source>%1, α %2</source>
        <translation>%1，α %2</translation>
    </message>
    <message>
        <source>not in use</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Blocks of the method</source>
        <translation>方法的模块</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>No block is in use.</source>
        <translation>没有使用任何模块。</translation>
    </message>
    <message>
        <source>SAM</source>
        <translation>SAM</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Alignment pair</source>
        <translation>对齐分支</translation>
    </message>
    <message>
        <source>Regulariser</source>
        <translation>正则项</translation>
    </message>
    <message>
        <source>Fisher
α %1</source>
        <translation>Fisher
α %1</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>%1
rate %2</source>
        <translation>%1
学习率 %2</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>loss below
%1</source>
        <translation>损失低于
%1</translation>
    </message>
</context>
<context>
    <name>lab::RecipePicker</name>
    <message>
        <source>Methods</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>A batch passes six blocks; pale ones are not in use.</source>
        <translation>批次依次经过六个模块；淡色的未使用。</translation>
    </message>
</context>
<context>
    <name>lab::RecipeSwitches</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>lab::RiverCanvas</name>
    <message>
        <source>Class river</source>
        <translation>类别河流</translation>
    </message>
    <message>
        <source>%1: %2 % %3</source>
        <translation>%1：%2 % %3</translation>
    </message>
    <message>
        <source>true labels</source>
        <translation>真实标签</translation>
    </message>
    <message>
        <source>step 1</source>
        <translation>第 1 步</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Step %1, %2</source>
        <translation>第 %1 步，%2</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <translation>%1：%2 %</translation>
    </message>
    <message>
        <source>no labels</source>
        <translation>无标签</translation>
    </message>
</context>
<context>
    <name>lab::RunArchive</name>
    <message>
        <source>The run is not kept: %1 cannot be written: %2.</source>
        <translation>运行未保留：无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>The run is not kept: %1</source>
        <translation>运行未保留：%1</translation>
    </message>
</context>
<context>
    <name>lab::RunJournal</name>
    <message>
        <source>The run is not kept against a crash: the folder %1 cannot be made.</source>
        <translation>运行未做防崩溃保存：无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>The run is not kept against a crash: %1 cannot be written.</source>
        <translation>运行未做防崩溃保存：无法写入 %1。</translation>
    </message>
    <message>
        <source>The run is no longer kept against a crash: %1 cannot be written: %2.</source>
        <translation>运行不再做防崩溃保存：无法写入 %1：%2。</translation>
    </message>
</context>
<context>
    <name>lab::RunRecovery</name>
    <message>
        <source>d MMMM yyyy, hh:mm</source>
        <translation>yyyy年M月d日 hh:mm</translation>
    </message>
    <message>
        <source>%1 records of the interrupted run are here. Save them from the File menu.</source>
        <translation>已恢复中断运行的 %1 条记录。可从文件菜单保存。</translation>
    </message>
    <message>
        <source>The last run ended unexpectedly (%1): open what was recorded?</source>
        <translation>上次运行意外结束（%1）：要打开已记录的内容吗？</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
</context>
<context>
    <name>lab::RunsModel</name>
    <message>
        <source>%1, cut short</source>
        <translation>%1，提前结束</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>准确率 (%)</translation>
    </message>
    <message>
        <source>Collapsed</source>
        <translation>已坍塌</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>lab::RunsWindow</name>
    <message>
        <source>Only what differs</source>
        <translation>仅显示不同之处</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>备注(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Kept runs</source>
        <translation>保留的运行</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Hide the columns in which all runs are alike</source>
        <translation>隐藏所有运行都相同的列</translation>
    </message>
    <message>
        <source>To the bin</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>%1 files cannot be read: %2</source>
        <translation>无法读取 %1 个文件：%2</translation>
    </message>
    <message>
        <source>No run has been kept yet: every run that ends is.</source>
        <translation>还没有保留的运行：每次结束的运行都会保留。</translation>
    </message>
    <message>
        <source>%1 cannot be moved to the bin.</source>
        <translation>无法将 %1 移到回收站。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Tags and words for this run; runs with a note are never removed by themselves:</source>
        <translation>此次运行的标签和说明；有备注的运行不会自动移除：</translation>
    </message>
    <message>
        <source>Runs: %1</source>
        <translation>运行：%1</translation>
    </message>
    <message>
        <source>Runs: %1 of %2</source>
        <translation>运行：%1 / %2</translation>
    </message>
</context>
<context>
    <name>lab::SampleCard</name>
    <message>
        <source>Selected image</source>
        <translation>所选图片</translation>
    </message>
    <message>
        <source>Click an image to see its probabilities and its history.</source>
        <translation>点击图片查看其概率和历史。</translation>
    </message>
    <message>
        <source>Image %1, true label %2</source>
        <translation>图片 %1，真实标签 %2</translation>
    </message>
    <message>
        <source>%1: %2 with probability %3</source>
        <translation>%1：%2，概率 %3</translation>
    </message>
    <message>
        <source>true label</source>
        <translation>真实标签</translation>
    </message>
    <message>
        <source>image %1 of the data</source>
        <translation>数据的第 %1 张图片</translation>
    </message>
    <message>
        <source>at step %1</source>
        <translation>在第 %1 步</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>✓</source>
        <translation>✓</translation>
    </message>
    <message>
        <source>✗</source>
        <translation>✗</translation>
    </message>
    <message>
        <source>Seen once so far</source>
        <translation>迄今出现一次</translation>
    </message>
    <message>
        <source>Seen at %1 steps</source>
        <translation>在 %1 步中出现</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
</context>
<context>
    <name>lab::ScenarioField</name>
    <message>
        <source>Imbalance</source>
        <translation>不平衡</translation>
    </message>
    <message>
        <source>Imbalance ratio of the label shift: 1 is uniform, 500000 one class after the other; SAR, ICLR 2023</source>
        <translation>标签偏移的不平衡比：1 为均匀，500000 为一类接一类；SAR，ICLR 2023</translation>
    </message>
    <message>
        <source>Noise batches</source>
        <translation>噪声批次</translation>
    </message>
    <message>
        <source>Batches of pure Gaussian noise before the stream; they are not scored</source>
        <translation>数据流之前的纯高斯噪声批次；不计分</translation>
    </message>
    <message>
        <source>wrong at top 1</source>
        <translation>top 1 错误</translation>
    </message>
    <message>
        <source>wrong at top 5</source>
        <translation>top 5 错误</translation>
    </message>
    <message>
        <source>Blind spot</source>
        <translation>盲点</translation>
    </message>
    <message>
        <source>Adapt on images whose true label is not the model&apos;s first answer, or not among its first five</source>
        <translation>只在真实标签不是模型第一个回答、或不在前五个回答中的图片上自适应</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>日程</translation>
    </message>
    <message>
        <source>Corruption, severity and number of images of each segment</source>
        <translation>每段的损坏、强度和图片数</translation>
    </message>
    <message>
        <source>Schedule…</source>
        <translation>日程…</translation>
    </message>
    <message>
        <source>Schedule… (%1)</source>
        <translation>日程…（%1）</translation>
    </message>
    <message>
        <source>Adapt on</source>
        <translation>自适应于</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>段</translation>
    </message>
</context>
<context>
    <name>lab::ScheduleDialog</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>日程</translation>
    </message>
    <message>
        <source>The stream runs through these segments from top to bottom. A grey mark on every chart shows where one begins.</source>
        <translation>数据流自上而下经过这些段。每个图表中的灰色标记显示各段的起点。</translation>
    </message>
    <message>
        <source>Corruption</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Segments of the stream</source>
        <translation>数据流的各段</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>%1 images in all</source>
        <translation>共 %1 张图片</translation>
    </message>
</context>
<context>
    <name>lab::SetupPanel</name>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>A ready experiment: set-up and lanes</source>
        <translation>现成的实验：设置与通道</translation>
    </message>
    <message>
        <source>own set-up</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>The images that stream past</source>
        <translation>流过的图片</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The classifier that every lane starts from</source>
        <translation>每条通道的起始分类器</translation>
    </message>
    <message>
        <source>Corruption</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>What is done to the images; Hendrycks and Dietterich, ICLR 2019</source>
        <translation>对图片所做的处理；Hendrycks 与 Dietterich，ICLR 2019</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Strength of the corruption, 1 (weak) to 5 (strong)</source>
        <translation>损坏强度，1（弱）到 5（强）</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Which image comes when</source>
        <translation>图片出现的顺序</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Images per step</source>
        <translation>每步图片数</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Length of the stream in images</source>
        <translation>数据流的图片总数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed gives the same stream and the same numbers</source>
        <translation>相同的随机种子得到相同的数据流和数字</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Where the arithmetic runs</source>
        <translation>在哪里计算</translation>
    </message>
    <message>
        <source>Changes apply at the next Run or Restart.</source>
        <translation>更改在下次运行时生效。</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Get the data…</source>
        <translation>获取数据…</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>%1 (not here)</source>
        <translation>%1（不在本机）</translation>
    </message>
    <message>
        <source>These images were not found. &quot;Choose the folder…&quot; above takes the folder that holds them; or choose other data.</source>
        <translation>未找到这些图像。请用上方的“选择文件夹…”指定存放它们的文件夹，或选择其他数据。</translation>
    </message>
    <message>
        <source>These images are not on this machine. &quot;Get the data…&quot; above downloads them or takes a folder that holds them; or choose other data.</source>
        <translation>本机上没有这些图像。上方的“获取数据…”可以下载它们或指定存放它们的文件夹；也可以选择其他数据。</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>详情…</translation>
    </message>
    <message>
        <source>Card…</source>
        <translation>模型卡…</translation>
    </message>
</context>
<context>
    <name>lab::StatusStrip</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Device, speed, step and time left</source>
        <translation>设备、速度、步数和剩余时间</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 张/秒</translation>
    </message>
    <message>
        <source>step %1 / %2</source>
        <translation>第 %1 / %2 步</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>剩余 %1 分</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>剩余 %1 秒</translation>
    </message>
</context>
<context>
    <name>lab::StepDiagram</name>
    <message>
        <source>Diagram of one step</source>
        <translation>一步的示意图</translation>
    </message>
    <message>
        <source>images x</source>
        <translation>图片 x</translation>
    </message>
    <message>
        <source>encoder f</source>
        <translation>编码器 f</translation>
    </message>
    <message>
        <source>norm layers</source>
        <translation>归一化层</translation>
    </message>
    <message>
        <source>features z</source>
        <translation>特征 z</translation>
    </message>
    <message>
        <source>‖z‖ %1</source>
        <translation>‖z‖ %1</translation>
    </message>
    <message>
        <source>predictor h</source>
        <translation>预测器 h</translation>
    </message>
    <message>
        <source>no predictor</source>
        <translation>无预测器</translation>
    </message>
    <message>
        <source>online pₒ</source>
        <translation>在线 pₒ</translation>
    </message>
    <message>
        <source>as target</source>
        <translation>同目标</translation>
    </message>
    <message>
        <source>H %1</source>
        <translation>H %1</translation>
    </message>
    <message>
        <source>target pᵣ</source>
        <translation>目标 pᵣ</translation>
    </message>
    <message>
        <source>‖u‖ %1</source>
        <translation>‖u‖ %1</translation>
    </message>
    <message>
        <source>loss L</source>
        <translation>损失 L</translation>
    </message>
    <message>
        <source>α·D = %1 · %2
= %3</source>
        <translation>α·D = %1 · %2
= %3</translation>
    </message>
    <message>
        <source>✕ stop-gradient</source>
        <translation>✕ 停止梯度</translation>
    </message>
    <message>
        <source>gradient flows here too</source>
        <translation>梯度也流过这里</translation>
    </message>
    <message>
        <source>moved by %1</source>
        <translation>移动 %1</translation>
    </message>
    <message>
        <source>‖θₕ − I‖ %1 → %2</source>
        <translation>‖θₕ − I‖ %1 → %2</translation>
    </message>
    <message>
        <source>%1 of %2 kept</source>
        <translation>保留 %1 / %2</translation>
    </message>
</context>
<context>
    <name>lab::StepView</name>
    <message>
        <source>One step in slow motion</source>
        <translation>一步的慢动作</translation>
    </message>
    <message>
        <source>Forward, two branches, loss, backward, update: with the numbers of the step that is shown.</source>
        <translation>前向、两个分支、损失、反向、更新：用所显示那一步的数字。</translation>
    </message>
    <message>
        <source>Play the phases</source>
        <translation>播放各阶段</translation>
    </message>
    <message>
        <source>What happens in this phase</source>
        <translation>此阶段发生什么</translation>
    </message>
    <message>
        <source>This lane took no step %1.</source>
        <translation>此通道没有第 %1 步。</translation>
    </message>
</context>
<context>
    <name>lab::StudyResults</name>
    <message>
        <source>Accuracy in percent, mean and standard deviation over seeds</source>
        <translation>准确率（百分比），各随机种子的平均值与标准差</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>lab::StudySession</name>
    <message>
        <source>The folder %1 cannot be made: choose another.</source>
        <translation>无法创建文件夹 %1：请另选一个。</translation>
    </message>
</context>
<context>
    <name>lab::StudyWindow</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Open results…</source>
        <translation>打开结果…</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Figures and tables</source>
        <translation>图与表</translation>
    </message>
    <message>
        <source>Folder for the results</source>
        <translation>结果文件夹</translation>
    </message>
    <message>
        <source>Open results</source>
        <translation>打开结果</translation>
    </message>
    <message>
        <source>The table and the charts appear here when the study is done.</source>
        <translation>研究完成后，表格和图表显示在这里。</translation>
    </message>
    <message>
        <source>Reading data and model…</source>
        <translation>正在读取数据和模型…</translation>
    </message>
    <message>
        <source>%1 of %2 runs done%3</source>
        <translation>已完成 %1 / %2 次运行%3</translation>
    </message>
    <message>
        <source>Done. Table, records and charts are in %1.</source>
        <translation>完成。表格、记录和图表在 %1。</translation>
    </message>
    <message>
        <source>Cancelled. Finished runs are kept: Run goes on from there.</source>
        <translation>已取消。已完成的运行会保留：点运行从那里继续。</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>仅 %1</translation>
    </message>
    <message>
        <source>Data, model and device are those of the set-up: %1.</source>
        <translation>数据、模型和设备取自设置：%1。</translation>
    </message>
    <message>
        <source>Cancelling: the runs under way are finished and kept…</source>
        <translation>正在取消：进行中的运行会完成并保留…</translation>
    </message>
    <message>
        <source>%1 holds no results of a figure or table.</source>
        <translation>%1 中没有图或表的结果。</translation>
    </message>
    <message>
        <source>One result in this folder.</source>
        <translation>此文件夹中有一个结果。</translation>
    </message>
    <message>
        <source>%1 results in this folder.</source>
        <translation>此文件夹中有 %1 个结果。</translation>
    </message>
    <message>
        <source>Published: %1</source>
        <translation>论文报告：%1</translation>
    </message>
    <message>
        <source>No results in this folder yet: press Run.</source>
        <translation>此文件夹中还没有结果：请点运行。</translation>
    </message>
    <message>
        <source>Figures and tables of the paper</source>
        <translation>论文的图与表</translation>
    </message>
    <message>
        <source>Number of seeds; mean and standard deviation are over these</source>
        <translation>随机种子的个数；平均值和标准差由它们得出</translation>
    </message>
    <message>
        <source>Images per run</source>
        <translation>每次运行的图片数</translation>
    </message>
    <message>
        <source>those of the study</source>
        <translation>与研究相同</translation>
    </message>
    <message>
        <source>For tables by corruption: all of them, or only that of the set-up</source>
        <translation>用于按损坏分列的表：全部，或仅设置中的那种</translation>
    </message>
    <message>
        <source>Cancel ends the study after the runs under way; finished runs are kept, and Run goes on from there.</source>
        <translation>取消会在进行中的运行完成后结束研究；已完成的运行会保留，点运行从那里继续。</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Corruptions</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>lab::TimeBar</name>
    <message>
        <source>Play the recording</source>
        <translation>播放记录</translation>
    </message>
    <message>
        <source>Play the recording from the step that is shown</source>
        <translation>从显示的步开始播放记录</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>One step back (Left on the time line)</source>
        <translation>后退一步（在时间线上按左方向键）</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>One step forward (Right on the time line)</source>
        <translation>前进一步（在时间线上按右方向键）</translation>
    </message>
    <message>
        <source>Follow the run</source>
        <translation>跟随运行</translation>
    </message>
    <message>
        <source>Show the newest step and follow the run</source>
        <translation>显示最新一步并跟随运行</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Speed of playing</source>
        <translation>播放速度</translation>
    </message>
    <message>
        <source>1× plays %1 steps a second</source>
        <translation>1× 每秒播放 %1 步</translation>
    </message>
    <message>
        <source>Step that is shown</source>
        <translation>显示的步</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>no steps</source>
        <translation>没有步</translation>
    </message>
    <message>
        <source>Fork…</source>
        <translation>分叉…</translation>
    </message>
    <message>
        <source>Fork a lane from the step that is shown</source>
        <translation>从显示的步分叉通道</translation>
    </message>
</context>
<context>
    <name>lab::TimeChart</name>
    <message>
        <source>From step %1 on: %2</source>
        <translation>从第 %1 步起：%2</translation>
    </message>
    <message>
        <source>%1: %2%3</source>
        <translation>%1：%2%3</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
</context>
<context>
    <name>lab::TimeLine</name>
    <message>
        <source>Time line of the run</source>
        <translation>运行的时间线</translation>
    </message>
    <message>
        <source>No steps yet.</source>
        <translation>还没有步。</translation>
    </message>
    <message>
        <source>Step %1 of %2 is shown.</source>
        <translation>显示第 %1 步，共 %2 步。</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>From step %1 on: %2</source>
        <translation>从第 %1 步起：%2</translation>
    </message>
</context>
<context>
    <name>lab::ToyCanvas</name>
    <message>
        <source>Planes of Tent and ZeroSiam</source>
        <translation>Tent 和 ZeroSiam 的平面</translation>
    </message>
    <message>
        <source>%1 % right</source>
        <translation>正确率 %1 %</translation>
    </message>
    <message>
        <source>Tent&apos;s pull</source>
        <translation>Tent 的拉力</translation>
    </message>
    <message>
        <source>ZeroSiam&apos;s pull</source>
        <translation>ZeroSiam 的拉力</translation>
    </message>
    <message>
        <source>Shape: the true class. Arrow: where a loss pulls the point&apos;s features, −∂L/∂z; ZeroSiam&apos;s plane has Tent&apos;s beside its own.</source>
        <translation>形状：真实类别。箭头：损失把点的特征拉向何处，−∂L/∂z；ZeroSiam 的平面除自己的箭头外还有 Tent 的。</translation>
    </message>
    <message>
        <source>Drag a point, or choose one with Page Up and Page Down and move it with the arrow keys (Shift: little by little).</source>
        <translation>拖动一个点，或用 Page Up 和 Page Down 选择一个点，再用方向键移动（Shift：一点点移动）。</translation>
    </message>
    <message>
        <source>class %1 at (%2, %3)
prediction: %4, %5 %
pull on its features ‖∂L/∂z‖: Tent %6, ZeroSiam %7</source>
        <translation>类别 %1，位于 (%2, %3)
预测：%4，%5 %
对其特征的拉力 ‖∂L/∂z‖：Tent %6，ZeroSiam %7</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>; point %1 of %2, class %3, at (%4, %5)</source>
        <translation>；第 %1 个点，共 %2 个，类别 %3，位于 (%4, %5)</translation>
    </message>
</context>
<context>
    <name>lab::ToyControls</name>
    <message>
        <source>predictor</source>
        <translation>预测器</translation>
    </message>
    <message>
        <source>stop-gradient</source>
        <translation>停止梯度</translation>
    </message>
    <message>
        <source>ZeroSiam&apos;s h(z) = P z, the identity at the start. Without it both branches are one.</source>
        <translation>ZeroSiam 的 h(z) = P z，起初为单位矩阵。没有它，两个分支合而为一。</translation>
    </message>
    <message>
        <source>D(p_o ‖ sg[p_r]): the branch without a predictor is a fixed target. ZeroSiam, arXiv 2509.23183.</source>
        <translation>D(p_o ‖ sg[p_r])：没有预测器的分支是固定的目标。ZeroSiam，arXiv 2509.23183。</translation>
    </message>
    <message>
        <source>Alignment α</source>
        <translation>对齐 α</translation>
    </message>
    <message>
        <source>α in L = H(p_o) + α · D(p_o ‖ sg[p_r]).</source>
        <translation>L = H(p_o) + α · D(p_o ‖ sg[p_r]) 中的 α。</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Learning rate of the features&apos; scale and offset, Tent&apos;s and ZeroSiam&apos;s.</source>
        <translation>特征的缩放与平移的学习率，Tent 的和 ZeroSiam 的。</translation>
    </message>
    <message>
        <source>Predictor rate</source>
        <translation>预测器学习率</translation>
    </message>
    <message>
        <source>Learning rate of the predictor P.</source>
        <translation>预测器 P 的学习率。</translation>
    </message>
    <message>
        <source>Imbalance</source>
        <translation>不平衡</translation>
    </message>
    <message>
        <source>How much more often the class whose turn it is comes than each other one: 1 is shuffled, 500000 one class after the other.</source>
        <translation>轮到的类别比其他每个类别多出现多少倍：1 为打乱，500000 为一类接一类。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Seed of the toy world</source>
        <translation>玩具世界的随机种子</translation>
    </message>
    <message>
        <source>Another seed draws other points of the same classes and begins anew.</source>
        <translation>换一个随机种子会抽取同样类别的其他点，并重新开始。</translation>
    </message>
</context>
<context>
    <name>lab::ToyCurves</name>
    <message>
        <source>Accuracy and length of the features over the steps</source>
        <translation>准确率与特征长度随步数的变化</translation>
    </message>
    <message>
        <source>%1: %2 %, length %3</source>
        <translation>%1：%2 %，长度 %3</translation>
    </message>
    <message>
        <source>Accuracy, balanced data (%)</source>
        <translation>准确率，均衡数据 (%)</translation>
    </message>
    <message>
        <source>Length of features ‖z‖</source>
        <translation>特征长度 ‖z‖</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>after step %1</source>
        <translation>第 %1 步之后</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <translation>%1：%2 %</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>lab::ToyNumbers</name>
    <message>
        <source>Right in the stream (%)</source>
        <translation>数据流中的正确率 (%)</translation>
    </message>
    <message>
        <source>Right of balanced data (%)</source>
        <translation>均衡数据的正确率 (%)</translation>
    </message>
    <message>
        <source>Top class of balanced data (%)</source>
        <translation>均衡数据的首位类别 (%)</translation>
    </message>
    <message>
        <source>Length of features ‖z‖</source>
        <translation>特征长度 ‖z‖</translation>
    </message>
    <message>
        <source>Logit norm ‖u‖</source>
        <translation>logit 范数 ‖u‖</translation>
    </message>
    <message>
        <source>Predictor ‖P − I‖</source>
        <translation>预测器 ‖P − I‖</translation>
    </message>
    <message>
        <source>Predictions so far, each made before the update of its batch.</source>
        <translation>迄今的预测，均在其批次更新之前做出。</translation>
    </message>
    <message>
        <source>3,000 points, as many of each class; the stream does not hold them.</source>
        <translation>3,000 个点，每类数量相同；数据流中不含这些点。</translation>
    </message>
    <message>
        <source>Share of the class that is predicted most; a third would be right.</source>
        <translation>最常预测类别的占比；三分之一才是对的。</translation>
    </message>
    <message>
        <source>Mean over the balanced data of the Euclidean length of z, in no unit.</source>
        <translation>z 的欧氏长度在均衡数据上的平均，无单位。</translation>
    </message>
    <message>
        <source>Mean over the balanced data of the Euclidean length of the logits W z.</source>
        <translation>logit W z 的欧氏长度在均衡数据上的平均。</translation>
    </message>
    <message>
        <source>Frobenius norm: how far the predictor is from the identity.</source>
        <translation>Frobenius 范数：预测器离单位矩阵多远。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
</context>
<context>
    <name>lab::ToyPage</name>
    <message>
        <source>Why it collapses</source>
        <translation>为何坍塌</translation>
    </message>
    <message>
        <source>Colour: predicted class. While one class after the other passes, watch whether a plane turns to one colour.</source>
        <translation>颜色：预测类别。各类一类接一类经过时，请看是否有平面变成一种颜色。</translation>
    </message>
    <message>
        <source>Step of the toy world</source>
        <translation>玩具世界的步</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Step by step, at most %1 a second</source>
        <translation>逐步进行，每秒最多 %1 步</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Both worlds learn from the batch that is shown</source>
        <translation>两个世界都从显示的批次中学习</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Both worlds as training left them, the stream at its beginning</source>
        <translation>两个世界回到训练结束时的状态，数据流回到开头</translation>
    </message>
    <message>
        <source>What is seen</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>%1, toy world</source>
        <translation>%1，玩具世界</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>step %1 / %2</source>
        <translation>第 %1 / %2 步</translation>
    </message>
</context>
<context>
    <name>lab::TransportBar</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>运行进度</translation>
    </message>
    <message>
        <source>step %1 / %2</source>
        <translation>第 %1 / %2 步</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未开始</translation>
    </message>
</context>
<context>
    <name>lab::ViewController</name>
    <message>
        <source>The images of step %1 are not recorded.</source>
        <translation>没有记录第 %1 步的图片。</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>加载中…</translation>
    </message>
    <message>
        <source>Press Run to draw this chart.</source>
        <translation>点运行以绘制此图。</translation>
    </message>
    <message>
        <source>No values yet.</source>
        <translation>暂无数值。</translation>
    </message>
    <message>
        <source>Press Run: this page fills with the first step.</source>
        <translation>点运行：第一步之后此页就有内容。</translation>
    </message>
    <message>
        <source>The images of the current batch appear here, with what each lane takes them for.</source>
        <translation>当前批次的图片及各通道的预测会显示在这里。</translation>
    </message>
</context>
<context>
    <name>lab::ViewDeck</name>
    <message>
        <source>Views of the run</source>
        <translation>运行的各个视图</translation>
    </message>
</context>
<context>
    <name>lab::ViewPage</name>
    <message>
        <source>Lane</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>The lane that is shown</source>
        <translation>显示的通道</translation>
    </message>
    <message>
        <source>The details of this run begin with the next step.</source>
        <translation>此次运行的详情从下一步开始。</translation>
    </message>
    <message>
        <source>Details are switched off. Switch on View → Details of steps; they are recorded from the next step on.</source>
        <translation>详情已关闭。请打开“视图 → 步骤详情”；从下一步起记录。</translation>
    </message>
    <message>
        <source>Step %1 has no details: they were off then, or made room for newer ones. Step %2 has some.</source>
        <translation>第 %1 步没有详情：当时关闭了，或已让位给较新的步。第 %2 步有详情。</translation>
    </message>
</context>
<context>
    <name>lab::WhyView</name>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Show step %1</source>
        <translation>显示第 %1 步</translation>
    </message>
    <message>
        <source>Go to the step at which the class took over</source>
        <translation>转到该类别占据主导的步</translation>
    </message>
    <message>
        <source>Go to the step at which the detector flagged the lane</source>
        <translation>转到检测器标记该通道的步</translation>
    </message>
    <message>
        <source>What the recording shows of each lane up to the step in view, or up to its collapse.</source>
        <translation>记录所显示的各通道情况，到所显示的步或其坍塌为止。</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Watch test-time adaptation collapse, and see what prevents it.</source>
        <translation>观看测试时自适应如何坍塌，以及什么能阻止它。</translation>
    </message>
    <message>
        <source>An experiment (.collapselab, .json) or a share link to open.</source>
        <translation>要打开的实验（.collapselab、.json）或分享链接。</translation>
    </message>
    <message>
        <source>Expected one file to open, found %1.</source>
        <translation>应打开一个文件，却找到 %1 个。</translation>
    </message>
    <message>
        <source>--%1: expected a path, found an empty text.</source>
        <translation>--%1：应为路径，实际为空文本。</translation>
    </message>
    <message>
        <source>--frame-times: has no effect without --demo.</source>
        <translation>--frame-times：没有 --demo 时不起作用。</translation>
    </message>
</context>
</TS>
