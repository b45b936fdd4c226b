<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>AboutDialogs</name>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
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
        <translation>Zusehen, wie Testzeit-Adaption kollabiert, und was dagegen hilft. ZeroSiam: arXiv 2509.23183.</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Tab walks through set-up, lanes and transport; arrow keys move a slider.</source>
        <translation>Tab geht durch Einrichtung, Spuren und Steuerung; Pfeiltasten bewegen einen Regler.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Run again as re&amp;corded</source>
        <translation>Noch einmal wie auf&amp;gezeichnet</translation>
    </message>
    <message>
        <source>The experiment as it began, with its switches and forks at their steps; the records are compared</source>
        <translation>Das Experiment, wie es begann, mit seinen Schaltern und Zweigen bei ihren Schritten; die Aufzeichnungen werden verglichen</translation>
    </message>
    <message>
        <source>a run that is over, with switches or forks</source>
        <translation>einen beendeten Lauf mit Schaltern oder Zweigen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open experiment…</source>
        <translation>Experiment ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Read an experiment, with or without its recording, from a file</source>
        <translation>Ein Experiment mit oder ohne Aufzeichnung aus einer Datei lesen</translation>
    </message>
    <message>
        <source>&amp;Save experiment…</source>
        <translation>Experiment &amp;speichern…</translation>
    </message>
    <message>
        <source>Write the experiment with its recording, or set-up and lanes alone, to a file</source>
        <translation>Das Experiment mit Aufzeichnung oder nur Einrichtung und Spuren in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Experiments that were opened or saved lately</source>
        <translation>Zuletzt geöffnete oder gespeicherte Experimente</translation>
    </message>
    <message>
        <source>&amp;Copy share link</source>
        <translation>Teilen-Link &amp;kopieren</translation>
    </message>
    <message>
        <source>The experiment as a line of text to send to someone</source>
        <translation>Das Experiment als Textzeile zum Verschicken</translation>
    </message>
    <message>
        <source>&amp;Paste share link</source>
        <translation>Teilen-Link &amp;einfügen</translation>
    </message>
    <message>
        <source>Set up the experiment whose link is in the clipboard</source>
        <translation>Das Experiment einrichten, dessen Link in der Zwischenablage ist</translation>
    </message>
    <message>
        <source>&amp;Hand out</source>
        <translation>&amp;Weitergeben</translation>
    </message>
    <message>
        <source>Pictures, tables and a report to give away</source>
        <translation>Bilder, Tabellen und ein Bericht zum Weitergeben</translation>
    </message>
    <message>
        <source>&amp;Data sets…</source>
        <translation>&amp;Datensätze…</translation>
    </message>
    <message>
        <source>What data sets there are, which are on this machine, and how to get the others</source>
        <translation>Welche Datensätze es gibt, welche auf diesem Rechner sind und wie man die anderen bekommt</translation>
    </message>
    <message>
        <source>Export &amp;records as CSV…</source>
        <translation>Auf&amp;zeichnung als CSV…</translation>
    </message>
    <message>
        <source>Write every measure of every step to a table</source>
        <translation>Jede Größe jedes Schritts in eine Tabelle schreiben</translation>
    </message>
    <message>
        <source>a run</source>
        <translation>einen Lauf</translation>
    </message>
    <message>
        <source>Export &amp;picture…</source>
        <translation>&amp;Bild des Fensters…</translation>
    </message>
    <message>
        <source>Write a picture of the window</source>
        <translation>Ein Bild des Fensters schreiben</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Das Fenster schließen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take back the latest setting</source>
        <translation>Die letzte Einstellung zurücknehmen</translation>
    </message>
    <message>
        <source>a changed setting</source>
        <translation>eine geänderte Einstellung</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Make the setting again that was taken back</source>
        <translation>Die zurückgenommene Einstellung wiederholen</translation>
    </message>
    <message>
        <source>an undone setting</source>
        <translation>eine zurückgenommene Einstellung</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Find a &amp;command…</source>
        <translation>&amp;Befehl suchen…</translation>
    </message>
    <message>
        <source>Search all commands by name</source>
        <translation>Alle Befehle nach Namen durchsuchen</translation>
    </message>
    <message>
        <source>a running experiment</source>
        <translation>ein laufendes Experiment</translation>
    </message>
    <message>
        <source>your guess in a lesson</source>
        <translation>in einer Lektion Ihre Vermutung</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>Start the experiment, or go on after a pause</source>
        <translation>Das Experiment starten oder nach einer Pause fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Stop after the present step; Run goes on</source>
        <translation>Nach diesem Schritt anhalten; Lauf setzt fort</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>Ein Schri&amp;tt</translation>
    </message>
    <message>
        <source>Do one batch</source>
        <translation>Einen Batch rechnen</translation>
    </message>
    <message>
        <source>R&amp;estart</source>
        <translation>N&amp;eu beginnen</translation>
    </message>
    <message>
        <source>Begin anew with the same seed and the switches as they are</source>
        <translation>Mit gleichem Startwert und den Schaltern, wie sie stehen, neu beginnen</translation>
    </message>
    <message>
        <source>a run, and your guess in a lesson</source>
        <translation>einen Lauf, in einer Lektion auch Ihre Vermutung</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>End the run</source>
        <translation>Den Lauf beenden</translation>
    </message>
    <message>
        <source>&amp;Figures and tables…</source>
        <translation>&amp;Abbildungen und Tabellen…</translation>
    </message>
    <message>
        <source>Repeat a figure or table of the paper over several seeds</source>
        <translation>Eine Abbildung oder Tabelle der Veröffentlichung über mehrere Startwerte wiederholen</translation>
    </message>
    <message>
        <source>&amp;Details of steps</source>
        <translation>&amp;Einzelheiten der Schritte</translation>
    </message>
    <message>
        <source>Record features, probabilities, pictures and the predictor&apos;s matrix of every step; off: only while a page that draws them is in front</source>
        <translation>Merkmale, Wahrscheinlichkeiten, Bilder und die Matrix des Prädiktors bei jedem Schritt aufzeichnen; aus: nur solange eine Seite vorn ist, die sie zeichnet</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Pr&amp;esent</source>
        <translation>Vor&amp;führen</translation>
    </message>
    <message>
        <source>Full screen with larger charts and without the set-up</source>
        <translation>Vollbild mit größeren Diagrammen und ohne Einrichtung</translation>
    </message>
    <message>
        <source>Accuracy over the &amp;whole stream</source>
        <translation>Genauigkeit über den &amp;ganzen Strom</translation>
    </message>
    <message>
        <source>Instead of the last 10 batches</source>
        <translation>Statt der letzten 10 Batches</translation>
    </message>
    <message>
        <source>&amp;Centre dominance</source>
        <translation>&amp;Zentrumsdominanz</translation>
    </message>
    <message>
        <source>Instead of class dominance</source>
        <translation>Statt der Klassendominanz</translation>
    </message>
    <message>
        <source>&amp;True labels&apos; dominance</source>
        <translation>Dominanz der wahren &amp;Labels</translation>
    </message>
    <message>
        <source>The thin grey line in the chart of class dominance</source>
        <translation>Die dünne graue Linie im Diagramm der Klassendominanz</translation>
    </message>
    <message>
        <source>&amp;Marks of switches</source>
        <translation>&amp;Marken der Schalter</translation>
    </message>
    <message>
        <source>Vertical lines where something happened</source>
        <translation>Senkrechte Linien, wo etwas geschah</translation>
    </message>
    <message>
        <source>Shown or hidden; remembered</source>
        <translation>Zeigen oder verbergen; wird gemerkt</translation>
    </message>
    <message>
        <source>&amp;Set-up</source>
        <translation>&amp;Einrichtung</translation>
    </message>
    <message>
        <source>&amp;Images of the batch</source>
        <translation>&amp;Bilder des Batches</translation>
    </message>
    <message>
        <source>&amp;Lanes</source>
        <translation>&amp;Spuren</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>Anordnung zu&amp;rücksetzen</translation>
    </message>
    <message>
        <source>Size, panels and measures as at the first start</source>
        <translation>Größe, Bereiche und Größen der Diagramme wie beim ersten Start</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Remembered for the next start</source>
        <translation>Gilt auch beim nächsten Start</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>Language of the window and of the lessons</source>
        <translation>Sprache des Fensters und der Lektionen</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Zeit</translation>
    </message>
    <message>
        <source>&amp;Play or pause the recording</source>
        <translation>Aufzeichnung ab&amp;spielen oder anhalten</translation>
    </message>
    <message>
        <source>Play the recording from the step that is shown</source>
        <translation>Die Aufzeichnung ab dem gezeigten Schritt abspielen</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>&amp;Live</translation>
    </message>
    <message>
        <source>Show the newest step and follow the run</source>
        <translation>Den neuesten Schritt zeigen und dem Lauf folgen</translation>
    </message>
    <message>
        <source>One step &amp;back</source>
        <translation>Einen Schritt &amp;zurück</translation>
    </message>
    <message>
        <source>Show the step before</source>
        <translation>Den Schritt davor zeigen</translation>
    </message>
    <message>
        <source>One step &amp;forward</source>
        <translation>Einen Schritt &amp;vor</translation>
    </message>
    <message>
        <source>Show the next step</source>
        <translation>Den nächsten Schritt zeigen</translation>
    </message>
    <message>
        <source>&amp;Event before</source>
        <translation>&amp;Ereignis davor</translation>
    </message>
    <message>
        <source>Show the step of the switch, collapse or other event before</source>
        <translation>Den Schritt mit dem Schalter, Kollaps oder Ereignis davor zeigen</translation>
    </message>
    <message>
        <source>&amp;Next event</source>
        <translation>&amp;Nächstes Ereignis</translation>
    </message>
    <message>
        <source>Show the step of the next switch, collapse or other event</source>
        <translation>Den Schritt mit dem nächsten Schalter, Kollaps oder Ereignis zeigen</translation>
    </message>
    <message>
        <source>F&amp;irst step</source>
        <translation>E&amp;rster Schritt</translation>
    </message>
    <message>
        <source>Show the first step</source>
        <translation>Den ersten Schritt zeigen</translation>
    </message>
    <message>
        <source>Fork lane &amp;here…</source>
        <translation>Spur &amp;hier verzweigen…</translation>
    </message>
    <message>
        <source>A paused run: copy a lane as it was after the step that is shown, with other switches</source>
        <translation>In einem pausierten Lauf: eine Spur, wie sie nach dem gezeigten Schritt war, mit anderen Schaltern kopieren</translation>
    </message>
    <message>
        <source>a paused run</source>
        <translation>einen angehaltenen Lauf</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>&amp;Lektionen</translation>
    </message>
    <message>
        <source>&amp;Choose a lesson…</source>
        <translation>Lektion &amp;wählen…</translation>
    </message>
    <message>
        <source>A list with what each lesson is about</source>
        <translation>Eine Liste mit dem Inhalt jeder Lektion</translation>
    </message>
    <message>
        <source>&amp;Open a lesson file…</source>
        <translation>Lektionsdatei ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>A lesson of your own; mistakes in it are told with their line</source>
        <translation>Eine eigene Lektion; Fehler darin werden mit ihrer Zeile genannt</translation>
    </message>
    <message>
        <source>&amp;Leave the lesson</source>
        <translation>Lektion &amp;verlassen</translation>
    </message>
    <message>
        <source>Back to the whole window and the experiment from before</source>
        <translation>Zurück zum ganzen Fenster und zum vorigen Experiment</translation>
    </message>
    <message>
        <source>a lesson</source>
        <translation>eine Lektion</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>All commands with their keys</source>
        <translation>Alle Befehle mit ihren Tasten</translation>
    </message>
    <message>
        <source>&amp;About Collapse Lab</source>
        <translation>Ü&amp;ber Collapse Lab</translation>
    </message>
    <message>
        <source>Versions and licence</source>
        <translation>Versionen und Lizenz</translation>
    </message>
    <message>
        <source>Save this &amp;view…</source>
        <translation>Diese &amp;Ansicht speichern…</translation>
    </message>
    <message>
        <source>The page in front with legend and conditions, as PNG, SVG or PDF</source>
        <translation>Die vordere Seite mit Legende und Bedingungen, als PNG, SVG oder PDF</translation>
    </message>
    <message>
        <source>One &amp;chart</source>
        <translation>Ein &amp;Diagramm</translation>
    </message>
    <message>
        <source>A chart with legend and conditions as PNG, SVG or PDF</source>
        <translation>Ein Diagramm mit Legende und Bedingungen als PNG, SVG oder PDF</translation>
    </message>
    <message>
        <source>Chart: %1…</source>
        <translation>Diagramm: %1…</translation>
    </message>
    <message>
        <source>One &amp;view of the step</source>
        <translation>Eine &amp;Ansicht des Schritts</translation>
    </message>
    <message>
        <source>A view that explains, at the step that is shown, as PNG, SVG or PDF</source>
        <translation>Eine erklärende Ansicht beim gezeigten Schritt, als PNG, SVG oder PDF</translation>
    </message>
    <message>
        <source>View: %1…</source>
        <translation>Ansicht: %1…</translation>
    </message>
    <message>
        <source>At the step that is shown, with legend and conditions</source>
        <translation>Beim gezeigten Schritt, mit Legende und Bedingungen</translation>
    </message>
    <message>
        <source>The &amp;board…</source>
        <translation>Die &amp;Diagrammtafel…</translation>
    </message>
    <message>
        <source>The four charts on a page, as PNG, SVG or PDF</source>
        <translation>Die vier Diagramme auf einer Seite, als PNG, SVG oder PDF</translation>
    </message>
    <message>
        <source>The whole c&amp;omparison…</source>
        <translation>Den ganzen &amp;Vergleich…</translation>
    </message>
    <message>
        <source>Charts and the table of lanes on a page, as PNG, SVG or PDF</source>
        <translation>Diagramme und Tabelle der Spuren auf einer Seite, als PNG, SVG oder PDF</translation>
    </message>
    <message>
        <source>The &amp;images of the batch…</source>
        <translation>Die &amp;Bilder des Batches…</translation>
    </message>
    <message>
        <source>With conditions, as PNG, SVG or PDF</source>
        <translation>Mit Bedingungen, als PNG, SVG oder PDF</translation>
    </message>
    <message>
        <source>Records as &amp;JSON…</source>
        <translation>Aufzeichnung als &amp;JSON…</translation>
    </message>
    <message>
        <source>Every measure of every step, with the experiment</source>
        <translation>Jede Größe jedes Schritts, mit dem Experiment</translation>
    </message>
    <message>
        <source>&amp;Frames of a film…</source>
        <translation>Bilder&amp;folge eines Films…</translation>
    </message>
    <message>
        <source>A picture of the board or of a view every few steps, numbered</source>
        <translation>Alle paar Schritte ein nummeriertes Bild der Tafel oder einer Ansicht</translation>
    </message>
    <message>
        <source>&amp;Report as a web page…</source>
        <translation>&amp;Bericht als Webseite…</translation>
    </message>
    <message>
        <source>One file with pictures, conditions, tables and the experiment to load again</source>
        <translation>Eine Datei mit Bildern, Bedingungen, Tabellen und dem Experiment zum erneuten Laden</translation>
    </message>
    <message>
        <source>Copy as command &amp;line</source>
        <translation>&amp;Als Befehlszeile kopieren</translation>
    </message>
    <message>
        <source>The set-up as a call of collapse-lab-cli, for a script or a cluster</source>
        <translation>Die Einrichtung als Aufruf von collapse-lab-cli, für ein Skript oder einen Cluster</translation>
    </message>
    <message>
        <source>&amp;Kept runs…</source>
        <translation>Auf&amp;bewahrte Läufe…</translation>
    </message>
    <message>
        <source>Every run that ended, in a table: search, compare, open again</source>
        <translation>Jeder beendete Lauf, in einer Tabelle: suchen, vergleichen, wieder öffnen</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Vergrößer&amp;n</translation>
    </message>
    <message>
        <source>Fewer steps on all charts; the wheel zooms where the mouse is</source>
        <translation>Weniger Schritte in allen Diagrammen; das Rad zoomt dort, wo die Maus ist</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Verkle&amp;inern</translation>
    </message>
    <message>
        <source>More steps on all charts</source>
        <translation>Mehr Schritte in allen Diagrammen</translation>
    </message>
    <message>
        <source>&amp;All steps</source>
        <translation>Alle Schri&amp;tte</translation>
    </message>
    <message>
        <source>The whole run on all charts; a double click does it too</source>
        <translation>Der ganze Lauf in allen Diagrammen; auch ein Doppelklick tut es</translation>
    </message>
    <message>
        <source>&amp;Follow the run</source>
        <translation>Dem La&amp;uf folgen</translation>
    </message>
    <message>
        <source>The latest 100 steps on all charts while the run goes on</source>
        <translation>Die letzten 100 Schritte in allen Diagrammen, während der Lauf weitergeht</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>&amp;Glossar</translation>
    </message>
    <message>
        <source>What a measure, switch or scenario means: that under the mouse</source>
        <translation>Was eine Größe, ein Schalter oder ein Szenario bedeutet: das unter der Maus</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>number of images</source>
        <translation>Zahl der Bilder</translation>
    </message>
    <message>
        <source>Run again: %1 records were recorded, now there are %2.</source>
        <translation>Noch einmal gelaufen: %1 Einträge waren aufgezeichnet, jetzt sind es %2.</translation>
    </message>
    <message>
        <source>Run again, the records differ from step %1 on: lane %2, %3 was %4, is %5.</source>
        <translation>Noch einmal gelaufen, die Aufzeichnung weicht ab Schritt %1 ab: Spur %2, %3 war %4, ist %5.</translation>
    </message>
    <message>
        <source>Run again as recorded: all %1 records are the same, bit for bit.</source>
        <translation>Noch einmal gelaufen wie aufgezeichnet: alle %1 Einträge sind gleich, Bit für Bit.</translation>
    </message>
    <message>
        <source>Run again as recorded and stopped before: the first %1 of %2 records are the same, bit for bit.</source>
        <translation>Noch einmal gelaufen wie aufgezeichnet und vorher gestoppt: die ersten %1 von %2 Einträgen sind gleich, Bit für Bit.</translation>
    </message>
    <message>
        <source>%1: %2, now %3</source>
        <translation>%1: %2, jetzt %3</translation>
    </message>
    <message>
        <source>Other than recorded: %1.</source>
        <translation>Anders als aufgezeichnet: %1.</translation>
    </message>
</context>
<context>
    <name>Conditions</name>
    <message>
        <source>%1, imbalance ratio %2</source>
        <translation>%1, Ungleichgewicht %2</translation>
    </message>
    <message>
        <source>%1, %2 batches of noise</source>
        <translation>%1, %2 Batches Rauschen</translation>
    </message>
    <message>
        <source>15 corruptions, severity %1</source>
        <translation>15 Störungen, Stärke %1</translation>
    </message>
    <message>
        <source>schedule of %1 segments</source>
        <translation>Ablauf aus %1 Abschnitten</translation>
    </message>
    <message>
        <source>no corruption</source>
        <translation>keine Störung</translation>
    </message>
    <message>
        <source>%1, severity %2</source>
        <translation>%1, Stärke %2</translation>
    </message>
    <message>
        <source>%1: evaluated only</source>
        <translation>%1: nur ausgewertet</translation>
    </message>
    <message>
        <source>%1, %2 images in batches of %3; %4; %5.</source>
        <translation>%1, %2 Bilder in Batches zu %3; %4; %5.</translation>
    </message>
    <message>
        <source>%1; seed %2 (one seed); %3; Collapse Lab %4.</source>
        <translation>%1; Startwert (Seed) %2, ein einziger; %3; Collapse Lab %4.</translation>
    </message>
    <message>
        <source>The run ends at step %1 of %2.</source>
        <translation>Der Lauf endet bei Schritt %1 von %2.</translation>
    </message>
    <message>
        <source>step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>Tent collapses, ZeroSiam does not</source>
        <translation>Tent kollabiert, ZeroSiam nicht</translation>
    </message>
    <message>
        <source>Label shift in pure class order, Gaussian noise 5</source>
        <translation>Label-Verschiebung in reiner Klassenfolge, Gauß-Rauschen 5</translation>
    </message>
    <message>
        <source>The same on a shuffled stream</source>
        <translation>Dasselbe auf gemischtem Strom</translation>
    </message>
    <message>
        <source>Nothing collapses when classes are evenly mixed</source>
        <translation>Nichts kollabiert, wenn die Klassen gleichmäßig gemischt sind</translation>
    </message>
    <message>
        <source>One switch at a time</source>
        <translation>Ein Schalter nach dem anderen</translation>
    </message>
    <message>
        <source>ZeroSiam whole, and with one part taken away in each lane</source>
        <translation>ZeroSiam ganz, und in jeder Spur um einen Teil ärmer</translation>
    </message>
    <message>
        <source>Figure 2a: predictor distance and imbalance</source>
        <translation>Abb. 2a: Prädiktor-Abstand und Ungleichgewicht</translation>
    </message>
    <message>
        <source>The more imbalanced the stream, the faster and farther ZeroSiam&apos;s predictor leaves the identity: move Imbalance and restart</source>
        <translation>Je unausgewogener der Strom, desto schneller und weiter verlässt der Prädiktor von ZeroSiam die Einheitsmatrix: Ungleichgewicht ändern und neu beginnen</translation>
    </message>
    <message>
        <source>Figure 2b-d: logit norm and centre dominance</source>
        <translation>Abb. 2b-d: Logit-Norm und Zentrumsdominanz</translation>
    </message>
    <message>
        <source>On a shuffled stream of snow, Tent&apos;s logit norm and centre dominance rise, ZeroSiam&apos;s stay</source>
        <translation>Auf einem gemischten Strom mit Schnee steigen Logit-Norm und Zentrumsdominanz von Tent, die von ZeroSiam bleiben</translation>
    </message>
    <message>
        <source>Figure 3: learning from pure noise</source>
        <translation>Abb. 3: Lernen aus reinem Rauschen</translation>
    </message>
    <message>
        <source>Twenty batches of pure noise before the stream: who still knows anything afterwards?</source>
        <translation>Zwanzig Batches reines Rauschen vor dem Strom: Wer weiß danach noch etwas?</translation>
    </message>
    <message>
        <source>Figure 4: sensitivity to the rate</source>
        <translation>Abb. 4: Empfindlichkeit gegen die Lernrate</translation>
    </message>
    <message>
        <source>Tent and ZeroSiam at a tenth of, at and at ten times their rates</source>
        <translation>Tent und ZeroSiam mit einem Zehntel, dem Einfachen und dem Zehnfachen ihrer Lernraten</translation>
    </message>
    <message>
        <source>One class after the other: the table in which Tent and others fall behind</source>
        <translation>Eine Klasse nach der anderen: die Tabelle, in der Tent und andere zurückfallen</translation>
    </message>
    <message>
        <source>One image at a time, rates scaled as published</source>
        <translation>Ein Bild nach dem anderen, Lernraten skaliert wie veröffentlicht</translation>
    </message>
    <message>
        <source>Adapts one by one on what the model gets wrong, then freezes and scores everything</source>
        <translation>Adaptiert einzeln an dem, was das Modell falsch macht, friert dann ein und wertet alles</translation>
    </message>
    <message>
        <source>Which predictor</source>
        <translation>Welcher Prädiktor</translation>
    </message>
    <message>
        <source>Linear, fixed random, two layers or none, beside Tent</source>
        <translation>Linear, fest zufällig, zwei Schichten oder keiner, neben Tent</translation>
    </message>
    <message>
        <source>Which divergence</source>
        <translation>Welche Divergenz</translation>
    </message>
    <message>
        <source>Five ways to measure how far the branches are apart, and no stop-gradient</source>
        <translation>Fünf Maße für den Abstand der Zweige, und kein Stop-Gradient</translation>
    </message>
    <message>
        <source>Which objective</source>
        <translation>Welche Zielfunktion</translation>
    </message>
    <message>
        <source>The pair under five objectives</source>
        <translation>Das Zweigpaar unter fünf Zielfunktionen</translation>
    </message>
    <message>
        <source>ZeroSiam in other methods</source>
        <translation>ZeroSiam in anderen Verfahren</translation>
    </message>
    <message>
        <source>EATA, SAR and DeYO, each without and with ZeroSiam&apos;s loss</source>
        <translation>EATA, SAR und DeYO, je ohne und mit dem Verlust von ZeroSiam</translation>
    </message>
    <message>
        <source>10,000 grey test pictures of ten kinds of clothing, 28×28 pixels</source>
        <translation>10.000 graue Testbilder von zehn Arten Kleidung, 28×28 Pixel</translation>
    </message>
    <message>
        <source>10,000 test photographs of ten kinds of things, 32×32 pixels</source>
        <translation>10.000 Testfotos von zehn Arten von Dingen, 32×32 Pixel</translation>
    </message>
    <message>
        <source>10,000 test photographs of a hundred kinds of things, 32×32 pixels</source>
        <translation>10.000 Testfotos von hundert Arten von Dingen, 32×32 Pixel</translation>
    </message>
    <message>
        <source>CIFAR-10&apos;s test pictures with the published corruptions</source>
        <translation>Die Testbilder von CIFAR-10 mit den veröffentlichten Störungen</translation>
    </message>
    <message>
        <source>CIFAR-100&apos;s test pictures with the published corruptions</source>
        <translation>Die Testbilder von CIFAR-100 mit den veröffentlichten Störungen</translation>
    </message>
    <message>
        <source>ImageNet validation</source>
        <translation>ImageNet-Validierung</translation>
    </message>
    <message>
        <source>50,000 photographs of a thousand classes</source>
        <translation>50.000 Fotos aus tausend Klassen</translation>
    </message>
    <message>
        <source>ImageNet&apos;s validation pictures with the published corruptions</source>
        <translation>Die Validierungsbilder von ImageNet mit den veröffentlichten Störungen</translation>
    </message>
    <message>
        <source>IDX files</source>
        <translation>IDX-Dateien</translation>
    </message>
    <message>
        <source>Own grey pictures in the format of MNIST: t10k-images-idx3-ubyte and labels</source>
        <translation>Eigene graue Bilder im Format von MNIST: t10k-images-idx3-ubyte und Labels</translation>
    </message>
    <message>
        <source>Folder of class folders</source>
        <translation>Ordner mit Klassenordnern</translation>
    </message>
    <message>
        <source>Own pictures, one folder for each class</source>
        <translation>Eigene Bilder, ein Ordner je Klasse</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>Ordner mit Bildern</translation>
    </message>
    <message>
        <source>Own pictures without labels: no accuracy, everything else</source>
        <translation>Eigene Bilder ohne Labels: keine Genauigkeit, sonst alles</translation>
    </message>
    <message>
        <source>Does not look at other pictures of the batch: the lab&apos;s default</source>
        <translation>Sieht nicht auf andere Bilder des Batches: die Vorgabe</translation>
    </message>
    <message>
        <source>Normalises with the batch itself: suffers from skewed batches</source>
        <translation>Normiert mit dem Batch selbst: leidet unter einseitigen Batches</translation>
    </message>
    <message>
        <source>Vision transformer, LayerNorm</source>
        <translation>Vision-Transformer, LayerNorm</translation>
    </message>
    <message>
        <source>Vision transformer of 6 blocks</source>
        <translation>Vision-Transformer mit 6 Blöcken</translation>
    </message>
    <message>
        <source>Of twice the default&apos;s width</source>
        <translation>Doppelt so breit wie das Netz der Voreinstellung</translation>
    </message>
    <message>
        <source>Patches of 4×4 pixels, LayerNorm</source>
        <translation>Bildteile von 4×4 Pixeln, LayerNorm</translation>
    </message>
    <message>
        <source>Trained on Fashion-MNIST</source>
        <translation>Trainiert auf Fashion-MNIST</translation>
    </message>
    <message>
        <source>Trained on CIFAR-10</source>
        <translation>Trainiert auf CIFAR-10</translation>
    </message>
    <message>
        <source>Patches of 4×4 pixels, four blocks</source>
        <translation>Bildteile von 4×4 Pixeln, vier Blöcke</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>The pictures as they are</source>
        <translation>Die Bilder, wie sie sind</translation>
    </message>
    <message>
        <source>One of the 15 standard corruptions of ImageNet-C</source>
        <translation>Eine der 15 Standardstörungen von ImageNet-C</translation>
    </message>
    <message>
        <source>One of the 4 extra corruptions of ImageNet-C</source>
        <translation>Eine der 4 zusätzlichen Störungen von ImageNet-C</translation>
    </message>
    <message>
        <source>Gaussian noise</source>
        <translation>Gauß-Rauschen</translation>
    </message>
    <message>
        <source>Shot noise</source>
        <translation>Schrotrauschen</translation>
    </message>
    <message>
        <source>Impulse noise</source>
        <translation>Impulsrauschen</translation>
    </message>
    <message>
        <source>Defocus blur</source>
        <translation>Defokus-Unschärfe</translation>
    </message>
    <message>
        <source>Glass blur</source>
        <translation>Glas-Unschärfe</translation>
    </message>
    <message>
        <source>Motion blur</source>
        <translation>Bewegungsunschärfe</translation>
    </message>
    <message>
        <source>Zoom blur</source>
        <translation>Zoom-Unschärfe</translation>
    </message>
    <message>
        <source>Snow</source>
        <translation>Schnee</translation>
    </message>
    <message>
        <source>Frost</source>
        <translation>Frost</translation>
    </message>
    <message>
        <source>Fog</source>
        <translation>Nebel</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Elastic transform</source>
        <translation>Elastische Verzerrung</translation>
    </message>
    <message>
        <source>Pixelate</source>
        <translation>Verpixelung</translation>
    </message>
    <message>
        <source>JPEG compression</source>
        <translation>JPEG-Kompression</translation>
    </message>
    <message>
        <source>Speckle noise</source>
        <translation>Speckle-Rauschen</translation>
    </message>
    <message>
        <source>Gaussian blur</source>
        <translation>Gauß-Unschärfe</translation>
    </message>
    <message>
        <source>Spatter</source>
        <translation>Spritzer</translation>
    </message>
    <message>
        <source>Saturate</source>
        <translation>Sättigung</translation>
    </message>
    <message>
        <source>Label shift</source>
        <translation>Label-Verschiebung</translation>
    </message>
    <message>
        <source>One class after the other: the hard case in which Tent collapses</source>
        <translation>Eine Klasse nach der anderen: der schwere Fall, in dem Tent kollabiert</translation>
    </message>
    <message>
        <source>Mild (shuffled)</source>
        <translation>Mild (gemischt)</translation>
    </message>
    <message>
        <source>Classes evenly mixed, one corruption</source>
        <translation>Klassen gleichmäßig gemischt, eine Störung</translation>
    </message>
    <message>
        <source>Mixed shifts</source>
        <translation>Gemischte Störungen</translation>
    </message>
    <message>
        <source>The 15 standard corruptions shuffled into one stream</source>
        <translation>Die 15 Standardstörungen in einem Strom gemischt</translation>
    </message>
    <message>
        <source>Continual</source>
        <translation>Fortlaufend</translation>
    </message>
    <message>
        <source>One corruption after the other</source>
        <translation>Eine Störung nach der anderen</translation>
    </message>
    <message>
        <source>Noise first</source>
        <translation>Erst Rauschen</translation>
    </message>
    <message>
        <source>Batches of pure Gaussian noise, then the stream</source>
        <translation>Batches aus reinem Gauß-Rauschen, dann der Strom</translation>
    </message>
    <message>
        <source>Blind spot</source>
        <translation>Blinder Fleck</translation>
    </message>
    <message>
        <source>Adapts only on what the model gets wrong, then scores everything</source>
        <translation>Adaptiert nur an dem, was das Modell falsch macht, wertet dann alles</translation>
    </message>
    <message>
        <source>Severity ramp</source>
        <translation>Stärke-Rampe</translation>
    </message>
    <message>
        <source>Severity 1 up to 5 and down again</source>
        <translation>Stärke 1 bis 5 und wieder zurück</translation>
    </message>
    <message>
        <source>Own schedule</source>
        <translation>Eigener Ablauf</translation>
    </message>
    <message>
        <source>The list of segments in the specification</source>
        <translation>Die Liste der Abschnitte in der Spezifikation</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>The first CUDA device, or else the CPU</source>
        <translation>Das erste CUDA-Gerät oder sonst die CPU</translation>
    </message>
    <message>
        <source>The processor, all cores</source>
        <translation>Der Prozessor, alle Kerne</translation>
    </message>
    <message>
        <source>A graphics processor</source>
        <translation>Ein Grafikprozessor</translation>
    </message>
    <message>
        <source>The model as it was trained. Its accuracy is what every method has to beat.</source>
        <translation>Das Modell, wie es trainiert wurde. Seine Genauigkeit muss jedes Verfahren übertreffen.</translation>
    </message>
    <message>
        <source>Lowers the entropy of every prediction by training the norm layers. Simple, and it collapses: one class for everything also has no entropy.</source>
        <translation>Senkt die Entropie jeder Vorhersage, indem es die Normschichten trainiert. Einfach, und es kollabiert: Auch eine Klasse für alles hat keine Entropie.</translation>
    </message>
    <message>
        <source>Tent with an asymmetric pair: a trained predictor in one branch, a stop-gradient on the other, and a divergence that keeps the two together. The predictor takes up what would collapse the model.</source>
        <translation>Tent mit einem asymmetrischen Paar: ein trainierter Prädiktor im einen Zweig, ein Stop-Gradient am anderen und eine Divergenz, die beide zusammenhält. Der Prädiktor nimmt auf, was das Modell kollabieren ließe.</translation>
    </message>
    <message>
        <source>Tent on confident samples that differ from what was seen before, the more confident ones weighing more.</source>
        <translation>Tent an sicheren Bildern, die anders sind als die bisherigen; sicherere wiegen mehr.</translation>
    </message>
    <message>
        <source>ETA with a Fisher penalty that holds important weights near where they started.</source>
        <translation>ETA mit einer Fisher-Strafe, die wichtige Gewichte nahe am Anfang hält.</translation>
    </message>
    <message>
        <source>Tent on confident samples with a sharpness-aware step, and back to the start when the loss tells of a collapse.</source>
        <translation>Tent an sicheren Bildern mit schärfebewusstem Schritt, und zurück zum Anfang, wenn der Verlust einen Kollaps verrät.</translation>
    </message>
    <message>
        <source>Tent on confident samples whose prediction depends on the shape of the object: it must fall when the picture&apos;s patches are shuffled.</source>
        <translation>Tent an sicheren Bildern, deren Vorhersage von der Form des Gegenstands abhängt: Sie muss fallen, wenn die Bildteile gemischt werden.</translation>
    </message>
    <message>
        <source>Tent with another objective: the entropy of an opinion that may also say &quot;uncertain&quot;.</source>
        <translation>Tent mit anderer Zielfunktion: der Entropie einer Meinung, die auch „unsicher“ sagen darf.</translation>
    </message>
    <message>
        <source>EATA&apos;s samples with COME&apos;s objective.</source>
        <translation>Die Bilder von EATA mit der Zielfunktion von COME.</translation>
    </message>
    <message>
        <source>SAR&apos;s samples and step with COME&apos;s objective.</source>
        <translation>Bilder und Schritt von SAR mit der Zielfunktion von COME.</translation>
    </message>
    <message>
        <source>DeYO&apos;s samples with COME&apos;s objective.</source>
        <translation>Die Bilder von DeYO mit der Zielfunktion von COME.</translation>
    </message>
    <message>
        <source>EATA&apos;s samples and weights with ZeroSiam&apos;s loss.</source>
        <translation>Bilder und Gewichte von EATA mit dem Verlust von ZeroSiam.</translation>
    </message>
    <message>
        <source>SAR&apos;s samples, step and recovery with ZeroSiam&apos;s loss.</source>
        <translation>Bilder, Schritt und Rückkehr von SAR mit dem Verlust von ZeroSiam.</translation>
    </message>
    <message>
        <source>DeYO&apos;s samples and weights with ZeroSiam&apos;s loss.</source>
        <translation>Bilder und Gewichte von DeYO mit dem Verlust von ZeroSiam.</translation>
    </message>
    <message>
        <source>Label shift, average over five models, ImageNet-C 5: no adaptation 29.0, Tent 30.9, ZeroSiam 52.9 %.</source>
        <translation>Label-Verschiebung, Mittel über fünf Modelle, ImageNet-C 5: ohne Adaption 29.0, Tent 30.9, ZeroSiam 52.9 %.</translation>
    </message>
    <message>
        <source>Figure 2a: the more imbalanced the stream, the faster and farther the predictor leaves the identity.</source>
        <translation>Abbildung 2a: Je unausgewogener der Strom, desto schneller und weiter verlässt der Prädiktor die Einheitsmatrix.</translation>
    </message>
    <message>
        <source>Figure 2b-d (ResNet50-GN, snow 5, mild): Tent&apos;s logit norm and centre dominance soar, ZeroSiam&apos;s stay.</source>
        <translation>Abbildung 2b-d (ResNet50-GN, Schnee 5, mild): Logit-Norm und Zentrumsdominanz von Tent schnellen hoch, die von ZeroSiam bleiben.</translation>
    </message>
    <message>
        <source>Figure 3: accuracy after N batches of pure noise; ZeroSiam holds longest.</source>
        <translation>Abbildung 3: Genauigkeit nach N Batches reinen Rauschens; ZeroSiam hält am längsten.</translation>
    </message>
    <message>
        <source>Figure 4 (ViT-B): ZeroSiam keeps its accuracy over a wide range of rates.</source>
        <translation>Abbildung 4 (ViT-B): ZeroSiam behält seine Genauigkeit über einen weiten Bereich von Lernraten.</translation>
    </message>
    <message>
        <source>Average over five models, ImageNet-C 5: no adaptation 29.0, Tent 30.9, SAR 38.8, EATA 40.7, COME 42.5, DeYO 43.1, ZeroSiam 52.9 %.</source>
        <translation>Mittel über fünf Modelle, ImageNet-C 5: ohne Adaption 29.0, Tent 30.9, SAR 38.8, EATA 40.7, COME 42.5, DeYO 43.1, ZeroSiam 52.9 %.</translation>
    </message>
    <message>
        <source>Average over five models, ImageNet-C 5: no adaptation 29.9, Tent 14.3, SAR 39.5, EATA 42.9, COME 34.4, DeYO 38.1, ZeroSiam 44.2 %.</source>
        <translation>Mittel über fünf Modelle, ImageNet-C 5: ohne Adaption 29.9, Tent 14.3, SAR 39.5, EATA 42.9, COME 34.4, DeYO 38.1, ZeroSiam 44.2 %.</translation>
    </message>
    <message>
        <source>Average over five models, ImageNet-C 5: no adaptation 29.0, Tent 33.2, SAR 37.2, EATA 36.0, COME 43.0, DeYO 44.0, ZeroSiam 52.5 %.</source>
        <translation>Mittel über fünf Modelle, ImageNet-C 5: ohne Adaption 29.0, Tent 33.2, SAR 37.2, EATA 36.0, COME 43.0, DeYO 44.0, ZeroSiam 52.5 %.</translation>
    </message>
    <message>
        <source>Average over five models, ImageNet-C 5: no adaptation 29.0, Tent 21.7, SAR 33.8, EATA 33.5, COME 33.6, DeYO 29.8, ZeroSiam 52.0 %.</source>
        <translation>Mittel über fünf Modelle, ImageNet-C 5: ohne Adaption 29.0, Tent 21.7, SAR 33.8, EATA 33.5, COME 33.6, DeYO 29.8, ZeroSiam 52.0 %.</translation>
    </message>
    <message>
        <source>ViT-B: Tent 47.3, fixed random 60.7, linear 64.1, FC-ReLU-FC 64.0 %.</source>
        <translation>ViT-B: Tent 47.3, fest zufällig 60.7, linear 64.1, FC-ReLU-FC 64.0 %.</translation>
    </message>
    <message>
        <source>The paper&apos;s default is the symmetric KL divergence.</source>
        <translation>Die Vorgabe der Veröffentlichung ist die symmetrische KL-Divergenz.</translation>
    </message>
    <message>
        <source>The paper shows that the pair helps other objectives than entropy, too.</source>
        <translation>Die Veröffentlichung zeigt, dass das Zweigpaar auch anderen Zielfunktionen als der Entropie hilft.</translation>
    </message>
    <message>
        <source>Averages: EATA 40.7 -&gt; 49.0, DeYO 43.1 -&gt; 53.9 % with ZeroSiam.</source>
        <translation>Mittel: EATA 40.7 -&gt; 49.0, DeYO 43.1 -&gt; 53.9 % mit ZeroSiam.</translation>
    </message>
    <message>
        <source>CPU, 1 thread</source>
        <translation>CPU, 1 Thread</translation>
    </message>
    <message>
        <source>CPU, %1 threads</source>
        <translation>CPU, %1 Threads</translation>
    </message>
    <message>
        <source>CIFAR-10&apos;s 10,000 test pictures under 19 corruptions in five severities</source>
        <translation>die 10.000 Testbilder von CIFAR-10 mit 19 Störungen in fünf Stärken</translation>
    </message>
    <message>
        <source>60,000 colour photographs of ten kinds of things, 32×32 pixels: 50,000 for training, 10,000 for testing</source>
        <translation>60.000 Farbfotos von zehn Arten von Dingen, 32×32 Pixel: 50.000 zum Trainieren, 10.000 zum Testen</translation>
    </message>
    <message>
        <source>CIFAR-100&apos;s 10,000 test pictures under 19 corruptions in five severities</source>
        <translation>die 10.000 Testbilder von CIFAR-100 mit 19 Störungen in fünf Stärken</translation>
    </message>
    <message>
        <source>60,000 colour photographs of a hundred kinds of things, 32×32 pixels: 50,000 for training, 10,000 for testing</source>
        <translation>60.000 Farbfotos von hundert Arten von Dingen, 32×32 Pixel: 50.000 zum Trainieren, 10.000 zum Testen</translation>
    </message>
    <message>
        <source>70,000 grey pictures of ten kinds of clothing, 28×28 pixels: 60,000 for training, 10,000 for testing</source>
        <translation>70.000 graue Bilder von zehn Arten Kleidung, 28×28 Pixel: 60.000 zum Trainieren, 10.000 zum Testen</translation>
    </message>
    <message>
        <source>ImageNet&apos;s 50,000 validation pictures under 19 corruptions in five severities, 224×224 pixels</source>
        <translation>die 50.000 Validierungsbilder von ImageNet mit 19 Störungen in fünf Stärken, 224×224 Pixel</translation>
    </message>
    <message>
        <source>50,000 photographs of a thousand classes (ILSVRC 2012)</source>
        <translation>50.000 Fotos aus tausend Klassen (ILSVRC 2012)</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Norm layers</source>
        <translation>Normschichten</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Raten</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Trainiert auf</translation>
    </message>
    <message>
        <source>Clean accuracy</source>
        <translation>Genauigkeit ohne Störung</translation>
    </message>
    <message>
        <source>Label shift: the methods compared</source>
        <translation>Label-Verschiebung: die Verfahren im Vergleich</translation>
    </message>
    <message>
        <source>Mixed shifts: the methods compared</source>
        <translation>Gemischte Störungen: die Verfahren im Vergleich</translation>
    </message>
    <message>
        <source>Batch size 1: the methods compared</source>
        <translation>Batch-Größe 1: die Verfahren im Vergleich</translation>
    </message>
    <message>
        <source>Blind spot: the methods compared</source>
        <translation>Blinder Fleck: die Verfahren im Vergleich</translation>
    </message>
    <message>
        <source>The model as it was trained, but BatchNorm normalises with each batch&apos;s own statistics.</source>
        <translation>Das Modell, wie es trainiert wurde, aber BatchNorm normiert mit der eigenen Statistik jedes Batches.</translation>
    </message>
    <message>
        <source>BatchNorm&apos;s statistics are nine parts of the training&apos;s and one of the batch&apos;s: they help even where a batch is small or of one class.</source>
        <translation>Die Statistik von BatchNorm besteht aus neun Teilen der des Trainings und einem der des Batches: Sie hilft auch, wo ein Batch klein oder von einer Klasse ist.</translation>
    </message>
    <message>
        <source>BatchNorm&apos;s averages from the training move on with every batch.</source>
        <translation>Die Mittel von BatchNorm aus dem Training rücken mit jedem Batch weiter.</translation>
    </message>
    <message>
        <source>BatchNorm&apos;s averages, corrected by a picture&apos;s own where these surely differ: a picture&apos;s prediction does not depend on its batch.</source>
        <translation>Die Mittel von BatchNorm, von denen eines Bildes korrigiert, wo diese sicher abweichen: Die Vorhersage für ein Bild hängt nicht von seinem Batch ab.</translation>
    </message>
    <message>
        <source>Tent with Adam and its published rate for small pictures.</source>
        <translation>Tent mit Adam und seiner veröffentlichten Rate für kleine Bilder.</translation>
    </message>
    <message>
        <source>Tent with a step that looks ahead along its momentum.</source>
        <translation>Tent mit einem Schritt, der entlang seines Impulses vorausblickt.</translation>
    </message>
    <message>
        <source>ETA, and back to the start every 1,000 steps whatever happens. Simple, and hard to beat on long streams.</source>
        <translation>ETA, und alle 1.000 Schritte zurück zum Anfang, was auch geschieht. Einfach, und auf langen Strömen schwer zu übertreffen.</translation>
    </message>
    <message>
        <source>Learns from samples that are unlike what was predicted lately, the more certain ones weighing more, and asks a view of each for the same answer. After every step the weights are drawn a little to the source, and the batch&apos;s own share of classes corrects what is reported.</source>
        <translation>Lernt aus Bildern, die anders sind als das zuletzt Vorhergesagte, wobei sicherere mehr wiegen, und verlangt von einer Ansicht jedes Bildes dieselbe Antwort. Nach jedem Schritt werden die Gewichte ein wenig zum Quellmodell gezogen, und der Klassenanteil des Batches selbst korrigiert, was gemeldet wird.</translation>
    </message>
    <message>
        <source>ROID&apos;s loss; in place of the source the weights are drawn to hidden ones that a Kalman filter estimates.</source>
        <translation>Der Verlust von ROID; statt zum Quellmodell werden die Gewichte zu verborgenen gezogen, die ein Kalman-Filter schätzt.</translation>
    </message>
    <message>
        <source>ETA with a watch: where predictions concentrate on few classes the upper layers go back to the start, the more, the worse it is, and a penalty holds what mattered.</source>
        <translation>ETA mit einer Wache: Wo sich Vorhersagen auf wenige Klassen konzentrieren, kehren die oberen Schichten zum Anfang zurück, umso mehr, je schlimmer es ist, und eine Strafe hält, worauf es ankam.</translation>
    </message>
    <message>
        <source>ROID with ASR&apos;s partial resets and its penalty.</source>
        <translation>ROID mit dem teilweisen Zurücksetzen von ASR und dessen Strafe.</translation>
    </message>
    <message>
        <source>The whole encoder learns to be certain of each sample and to use all classes alike over a batch, which pushes the wrong way where a batch is of one class.</source>
        <translation>Der ganze Encoder lernt, bei jedem Bild sicher zu sein und über einen Batch alle Klassen gleich zu nutzen, was in die falsche Richtung drückt, wo ein Batch von einer Klasse ist.</translation>
    </message>
    <message>
        <source>Tent on confident samples, with averages of the batches&apos; statistics in place of each batch&apos;s own and more weight for classes that were rarely predicted.</source>
        <translation>Tent an sicheren Bildern, mit Mitteln der Statistik der Batches statt der eigenen jedes Batches und mit mehr Gewicht für selten vorhergesagte Klassen.</translation>
    </message>
    <message>
        <source>Learns nothing: predictions of a batch are pulled towards those of its neighbours. The best there is where neighbours show the same, the worst where they do not.</source>
        <translation>Lernt nichts: Die Vorhersagen eines Batches werden zu denen ihrer Nachbarn gezogen. Das Beste, was es gibt, wo Nachbarn dasselbe zeigen, das Schlechteste, wo nicht.</translation>
    </message>
    <message>
        <source>Leaves the network alone and replaces its last layer: each class is the mean direction of the features that were assigned to it with the least entropy.</source>
        <translation>Lässt das Netz in Ruhe und ersetzt seine letzte Schicht: Jede Klasse ist die mittlere Richtung der Merkmale, die ihr mit der geringsten Entropie zugeordnet wurden.</translation>
    </message>
    <message>
        <source>For every picture anew: lowers the entropy of the mean prediction over many augmented views, with all weights, and predicts then.</source>
        <translation>Für jedes Bild neu: senkt die Entropie der mittleren Vorhersage über viele augmentierte Ansichten, mit allen Gewichten, und sagt dann vorher.</translation>
    </message>
    <message>
        <source>Learns from a teacher, a slow moving average of itself, which looks at augmented views where the source is unsure; now and then single weights return to the source.</source>
        <translation>Lernt von einem Lehrer, einem langsamen gleitenden Mittel seiner selbst, der augmentierte Ansichten ansieht, wo das Quellmodell unsicher ist; hin und wieder kehren einzelne Gewichte zum Quellmodell zurück.</translation>
    </message>
    <message>
        <source>Keeps a bank of recent and certain pictures, as many of each class, and learns from a teacher on these: built for streams in which classes come in blocks.</source>
        <translation>Hält einen Vorrat neuer und sicherer Bilder, gleich viele jeder Klasse, und lernt an ihnen von einem Lehrer: gebaut für Ströme, in denen Klassen in Blöcken kommen.</translation>
    </message>
    <message>
        <source>RoTTA that watches how far features have left their classes: the further they did, the more the source holds it and the less the teacher follows.</source>
        <translation>RoTTA, das darauf achtet, wie weit Merkmale ihre Klassen verlassen haben: Je weiter, desto mehr hält es das Quellmodell und desto weniger folgt der Lehrer.</translation>
    </message>
    <message>
        <source>Keeps a bank of pictures balanced by predicted class, drawn by chance, and trusts a picture&apos;s own statistics only where they depart beyond doubt.</source>
        <translation>Hält einen nach vorhergesagter Klasse ausgeglichenen, zufällig gezogenen Vorrat an Bildern und traut der eigenen Statistik eines Bildes nur, wo sie zweifellos abweicht.</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>%1 has collapsed</source>
        <translation>%1 ist kollabiert</translation>
    </message>
    <message>
        <source>1 picture left out</source>
        <translation>1 Bild ausgelassen</translation>
    </message>
    <message>
        <source>%1 pictures left out</source>
        <translation>%1 Bilder ausgelassen</translation>
    </message>
    <message>
        <source>%1 reset at the new segment</source>
        <translation>%1 beim neuen Abschnitt zurückgesetzt</translation>
    </message>
    <message>
        <source>%1 reset after its collapse</source>
        <translation>%1 nach dem Kollaps zurückgesetzt</translation>
    </message>
    <message>
        <source>%1 recovered: back to its start</source>
        <translation>%1 gerettet: zurück am Anfang</translation>
    </message>
    <message>
        <source>%1 stopped: it has collapsed</source>
        <translation>%1 angehalten: kollabiert</translation>
    </message>
    <message>
        <source>%1 stopped: its loss or its logits are no longer finite numbers; try a smaller rate</source>
        <translation>%1 angehalten: Verlust oder Logits sind keine endlichen Zahlen mehr; versuche eine kleinere Rate</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>fork of %1, %2</source>
        <translation>Verzweigt von %1, %2</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>keine Änderung</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>That has been so since step %1.</source>
        <translation>So ist es seit Schritt %1.</translation>
    </message>
    <message>
        <source>That has been so since step %1. The stream&apos;s pictures just before were %2 too, %3 % of them: what was right there has become the answer to everything.</source>
        <translation>So ist es seit Schritt %1. Auch die Bilder des Stroms kurz davor waren %2, %3 % von ihnen: Was dort richtig war, ist zur Antwort auf alles geworden.</translation>
    </message>
    <message>
        <source>That has been so since step %1. The stream&apos;s pictures just before were mostly %2, %3 % of them.</source>
        <translation>So ist es seit Schritt %1. Die Bilder des Stroms kurz davor waren meist %2, %3 % von ihnen.</translation>
    </message>
    <message>
        <source>Its logit norm went from %1 to %2 and its entropy from %3 to %4 nats</source>
        <translation>Ihre Logit-Norm ging von %1 auf %2 und ihre Entropie von %3 auf %4 nats</translation>
    </message>
    <message>
        <source>its accuracy from %1 to %2 %</source>
        <translation>ihre Genauigkeit von %1 auf %2 %</translation>
    </message>
    <message>
        <source>%1, %2: it grew surer and not better.</source>
        <translation>%1, %2: Sie wurde sicherer und nicht besser.</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>It had been switched at step %1; unlike at its beginning: %2.</source>
        <translation>Sie war bei Schritt %1 umgeschaltet worden; anders als an ihrem Anfang: %2.</translation>
    </message>
    <message>
        <source>Its loss is the entropy alone, which longer logits lower, and one answer to everything as well, true or not. Nothing in it speaks against that.</source>
        <translation>Ihr Verlust ist allein die Entropie, die längere Logits senken und ebenso eine Antwort auf alles, wahr oder nicht. Nichts darin spricht dagegen.</translation>
    </message>
    <message>
        <source>Its predictor is at a distance of %1 from the identity (%2 at first), and its two branches differ by %3 nats.</source>
        <translation>Ihr Prädiktor hat den Abstand %1 von der Einheitsmatrix (anfangs %2), und ihre zwei Zweige unterscheiden sich um %3 nats.</translation>
    </message>
    <message>
        <source>That did not hold it here.</source>
        <translation>Das hat sie hier nicht gehalten.</translation>
    </message>
    <message>
        <source>This difference is part of its loss: what makes one branch surer has to pay for it.</source>
        <translation>Dieser Unterschied ist Teil ihres Verlusts: Was einen Zweig sicherer macht, muss dafür bezahlen.</translation>
    </message>
    <message>
        <source>%1 collapsed at step %2.</source>
        <translation>%1 kollabierte bei Schritt %2.</translation>
    </message>
    <message>
        <source>%1 has not collapsed in %2 steps.</source>
        <translation>%1 ist in %2 Schritten nicht kollabiert.</translation>
    </message>
    <message>
        <source>It learns nothing: it shows what the stream does to the model as it is.</source>
        <translation>Sie lernt nichts: Sie zeigt, was der Strom mit dem Modell macht, wie es ist.</translation>
    </message>
    <message>
        <source>In its last %1 steps it called %2 % of the pictures of other classes %3</source>
        <translation>In ihren letzten %1 Schritten nannte sie %2 % der Bilder anderer Klassen %3</translation>
    </message>
    <message>
        <source>%1; in its first %2 steps %3 %.</source>
        <translation>%1; in ihren ersten %2 Schritten %3 %.</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>%1: %2 (step %3)</source>
        <translation>%1: %2 (Schritt %3)</translation>
    </message>
    <message>
        <source>%1: expected a name that ends in .png, .svg or .pdf.</source>
        <translation>%1: erwartet wird ein Name, der auf .png, .svg oder .pdf endet.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Marks: %1.</source>
        <translation>Marken: %1.</translation>
    </message>
    <message>
        <source>lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Every chart over the steps of the stream</source>
        <translation>Jedes Diagramm über die Schritte des Stroms</translation>
    </message>
    <message>
        <source>Charts over the steps of the stream, and what is left at the end</source>
        <translation>Diagramme über die Schritte des Stroms, und was am Ende bleibt</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>Genauigkeit (%)</translation>
    </message>
    <message>
        <source>last fifth (%)</source>
        <translation>letztes Fünftel (%)</translation>
    </message>
    <message>
        <source>logit norm, first 5</source>
        <translation>Logit-Norm, erste 5</translation>
    </message>
    <message>
        <source>logit norm, last 5</source>
        <translation>Logit-Norm, letzte 5</translation>
    </message>
    <message>
        <source>top class, share</source>
        <translation>häufigste Klasse, Anteil</translation>
    </message>
    <message>
        <source>centre dominance</source>
        <translation>Zentrumsdominanz</translation>
    </message>
    <message>
        <source>predictor distance</source>
        <translation>Abstand des Prädiktors</translation>
    </message>
    <message>
        <source>collapsed at step</source>
        <translation>kollabiert bei Schritt</translation>
    </message>
    <message>
        <source>The loss and its parts</source>
        <translation>Der Verlust und seine Teile</translation>
    </message>
    <message>
        <source>L = H + α·D over the steps of the stream, and how many images it averages over</source>
        <translation>L = H + α·D über die Schritte des Stroms, und über wie viele Bilder gemittelt wird</translation>
    </message>
    <message>
        <source>Step %1 is not recorded.</source>
        <translation>Schritt %1 ist nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>No lane has a predictor matrix at step %1.</source>
        <translation>Bei Schritt %1 hat keine Spur eine Prädiktor-Matrix.</translation>
    </message>
    <message>
        <source>Step %1 of %2. %3</source>
        <translation>Schritt %1 von %2. %3</translation>
    </message>
    <message>
        <source>In this run: %1.</source>
        <translation>In diesem Lauf: %1.</translation>
    </message>
    <message>
        <source>The images of this batch.</source>
        <translation>Die Bilder dieses Batches.</translation>
    </message>
    <message>
        <source>The images of the last %1 recorded batches, those of this step strong.</source>
        <translation>Die Bilder der letzten %1 aufgezeichneten Batches, die dieses Schritts kräftig.</translation>
    </message>
    <message>
        <source>Colour and shape: predicted class.</source>
        <translation>Farbe und Form: vorhergesagte Klasse.</translation>
    </message>
    <message>
        <source>Colour and shape: true class.</source>
        <translation>Farbe und Form: wahre Klasse.</translation>
    </message>
    <message>
        <source>Only those that %1 gets right and %2 wrong.</source>
        <translation>Nur die, bei denen %1 richtig und %2 falsch liegt.</translation>
    </message>
    <message>
        <source>Counted: the last %1 batches.</source>
        <translation>Gezählt: die letzten %1 Batches.</translation>
    </message>
    <message>
        <source>Counted: all batches so far.</source>
        <translation>Gezählt: alle Batches bisher.</translation>
    </message>
    <message>
        <source>This lane took no step %1.</source>
        <translation>Diese Spur machte keinen Schritt %1.</translation>
    </message>
</context>
<context>
    <name>FindingsDialog</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>Model and data</source>
        <translation>Modell und Daten</translation>
    </message>
    <message>
        <source>The model&apos;s card</source>
        <translation>Die Karte des Modells</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Nicht verwendbar</translation>
    </message>
    <message>
        <source>Assumed, left out, matched</source>
        <translation>Angenommen, ausgelassen, zugeordnet</translation>
    </message>
    <message>
        <source>Nothing was assumed, and nothing is left out.</source>
        <translation>Nichts wurde angenommen, und nichts ist ausgelassen.</translation>
    </message>
    <message>
        <source>%1 (%2 sets it)</source>
        <translation>%1 (%2 legt es fest)</translation>
    </message>
</context>
<context>
    <name>FrameClock</name>
    <message>
        <source>frame times: no frame was painted</source>
        <translation>Bildzeiten: kein Bild wurde gezeichnet</translation>
    </message>
    <message>
        <source>frame times: %1 frames, p50 %2 ms, p99 %3 ms, max %4 ms</source>
        <translation>Bildzeiten: %1 Bilder, p50 %2 ms, p99 %3 ms, max. %4 ms</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>Measures</source>
        <translation>Größen</translation>
    </message>
    <message>
        <source>Higher is better.</source>
        <translation>Höher ist besser.</translation>
    </message>
    <message>
        <source>Lower is better.</source>
        <translation>Niedriger ist besser.</translation>
    </message>
    <message>
        <source>Parts of a method</source>
        <translation>Teile eines Verfahrens</translation>
    </message>
    <message>
        <source>One of: %1.</source>
        <translation>Zur Wahl: %1.</translation>
    </message>
    <message>
        <source>In files: lanes[N].recipe.%1</source>
        <translation>In Dateien: lanes[N].recipe.%1</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>Corruptions</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
</context>
<context>
    <name>LaneRates</name>
    <message>
        <source>%1: rates and frozen layers now suit the model.</source>
        <translation>%1: Lernraten und eingefrorene Schichten passen jetzt zum Modell.</translation>
    </message>
    <message>
        <source>%1: rates scaled for batch size 1, as published.</source>
        <translation>%1: Lernraten für Batch-Größe 1 skaliert, wie veröffentlicht.</translation>
    </message>
    <message>
        <source>%1: rates back to the defaults for larger batches.</source>
        <translation>%1: Lernraten wieder auf der Vorgabe für größere Batches.</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>Language of the system</source>
        <translation>Sprache des Systems</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>Accuracy of the batch (%)</source>
        <translation>Genauigkeit des Batches (%)</translation>
    </message>
    <message>
        <source>Share of right answers in this batch.</source>
        <translation>Anteil richtiger Antworten in diesem Batch.</translation>
    </message>
    <message>
        <source>Share of right answers before the update.</source>
        <translation>Anteil richtiger Antworten vor dem Update.</translation>
    </message>
    <message>
        <source>Accuracy, 10 batches (%)</source>
        <translation>Genauigkeit (%)</translation>
    </message>
    <message>
        <source>last 10 batches</source>
        <translation>letzte 10 Batches</translation>
    </message>
    <message>
        <source>Falls towards chance when a lane collapses.</source>
        <translation>Fällt bei einem Kollaps auf das Niveau des Ratens.</translation>
    </message>
    <message>
        <source>Share of right answers before each update, over the images of the last 10 batches.</source>
        <translation>Anteil richtiger Antworten vor jedem Update, über die Bilder der letzten 10 Batches.</translation>
    </message>
    <message>
        <source>Accuracy, so far (%)</source>
        <translation>Genauigkeit bisher (%)</translation>
    </message>
    <message>
        <source>whole stream</source>
        <translation>ganzer Strom</translation>
    </message>
    <message>
        <source>The number that papers report: the mean over all images so far.</source>
        <translation>Die Zahl der Veröffentlichungen: Mittel über alle Bilder bisher.</translation>
    </message>
    <message>
        <source>Share of right answers before each update, over all images of the stream so far.</source>
        <translation>Anteil richtiger Antworten vor jedem Update, über alle Bilder des Stroms bisher.</translation>
    </message>
    <message>
        <source>Loss L</source>
        <translation>Verlust L</translation>
    </message>
    <message>
        <source>What each lane makes small. It falls in a collapse, too.</source>
        <translation>Was jede Spur klein macht. Es sinkt auch beim Kollaps.</translation>
    </message>
    <message>
        <source>L = H + α·D, the mean over the images that count; ZeroSiam, arXiv 2509.23183.</source>
        <translation>L = H + α·D, Mittel über die Bilder, die zählen; ZeroSiam, arXiv 2509.23183.</translation>
    </message>
    <message>
        <source>Objective H (nats)</source>
        <translation>Zielfunktion H (nats)</translation>
    </message>
    <message>
        <source>Entropy of the online prediction; near 0: sure of all.</source>
        <translation>Entropie der Online-Vorhersage; nahe 0: alles sicher.</translation>
    </message>
    <message>
        <source>Mean entropy, or the lane&apos;s other objective, over the images that count.</source>
        <translation>Mittlere Entropie, oder die andere Zielfunktion der Spur, über die Bilder, die zählen.</translation>
    </message>
    <message>
        <source>Divergence D (nats)</source>
        <translation>Divergenz D (nats)</translation>
    </message>
    <message>
        <source>How far the two branches are apart, before the factor α.</source>
        <translation>Wie weit die zwei Zweige auseinander liegen, vor dem Faktor α.</translation>
    </message>
    <message>
        <source>Mean divergence between the branches over the images that count; ZeroSiam, arXiv 2509.23183.</source>
        <translation>Mittlere Divergenz der Zweige über die Bilder, die zählen; ZeroSiam, arXiv 2509.23183.</translation>
    </message>
    <message>
        <source>Entropy (nats)</source>
        <translation>Entropie (nats)</translation>
    </message>
    <message>
        <source>Falls when predictions grow certain, right or wrong.</source>
        <translation>Sinkt, wenn Vorhersagen sicher werden, richtig oder falsch.</translation>
    </message>
    <message>
        <source>Mean entropy of the predictions of a batch.</source>
        <translation>Mittlere Entropie der Vorhersagen eines Batches.</translation>
    </message>
    <message>
        <source>Entropy, of the greatest (share)</source>
        <translation>Entropie, von der größten (Anteil)</translation>
    </message>
    <message>
        <source>Mean entropy of a batch, divided by ln K.</source>
        <translation>Mittlere Entropie eines Batches, geteilt durch ln K.</translation>
    </message>
    <message>
        <source>Confidence (probability)</source>
        <translation>Sicherheit (Wahrscheinlichkeit)</translation>
    </message>
    <message>
        <source>Rises when predictions grow certain, right or wrong.</source>
        <translation>Steigt, wenn Vorhersagen sicher werden, richtig oder falsch.</translation>
    </message>
    <message>
        <source>Mean largest probability of a batch.</source>
        <translation>Mittel der größten Wahrscheinlichkeit eines Batches.</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Falls when logits grow.</source>
        <translation>Sinkt, wenn Logits wachsen.</translation>
    </message>
    <message>
        <source>Mean of −log Σ exp(u) over a batch.</source>
        <translation>Mittel von −log Σ exp(u) über einen Batch.</translation>
    </message>
    <message>
        <source>Logit norm ‖u‖₂</source>
        <translation>Logit-Norm ‖u‖₂</translation>
    </message>
    <message>
        <source>Rises when the model grows over-confident.</source>
        <translation>Steigt, wenn das Modell zu sicher wird.</translation>
    </message>
    <message>
        <source>Mean Euclidean length of the logits u of a batch; ZeroSiam, arXiv 2509.23183.</source>
        <translation>Mittlere euklidische Länge der Logits u eines Batches; ZeroSiam, arXiv 2509.23183.</translation>
    </message>
    <message>
        <source>Centre dominance (ratio)</source>
        <translation>Zentrumsdominanz (Verhältnis)</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>Zentrum</translation>
    </message>
    <message>
        <source>Reaches 1 when all logits point the same way.</source>
        <translation>Erreicht 1, wenn alle Logits in eine Richtung zeigen.</translation>
    </message>
    <message>
        <source>‖mean u‖₂ / mean ‖u‖₂ of a batch; ZeroSiam, arXiv 2509.23183.</source>
        <translation>‖Mittel von u‖₂ / Mittel von ‖u‖₂ eines Batches; ZeroSiam, arXiv 2509.23183.</translation>
    </message>
    <message>
        <source>Dominance, last 200 (share)</source>
        <translation>Dominanz, letzte 200 (Anteil)</translation>
    </message>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Reaches 1 when one class is the answer to everything.</source>
        <translation>Erreicht 1, wenn eine Klasse die Antwort auf alles ist.</translation>
    </message>
    <message>
        <source>Share of the most predicted class among the last 200 images. Thin grey line: the same share among the true labels.</source>
        <translation>Anteil der am häufigsten vorhergesagten Klasse an den letzten 200 Bildern. Dünne graue Linie: derselbe Anteil bei den wahren Labels.</translation>
    </message>
    <message>
        <source>True labels&apos; dominance, last 200 (share)</source>
        <translation>Dominanz der wahren Labels, letzte 200 (Anteil)</translation>
    </message>
    <message>
        <source>How one-sided the stream itself is.</source>
        <translation>Wie einseitig der Strom selbst ist.</translation>
    </message>
    <message>
        <source>Share of the most frequent true label among the last 200 images.</source>
        <translation>Anteil des häufigsten wahren Labels an den letzten 200 Bildern.</translation>
    </message>
    <message>
        <source>Effective classes</source>
        <translation>Wirksame Klassen</translation>
    </message>
    <message>
        <source>Falls towards 1 when one class is the answer to everything.</source>
        <translation>Fällt gegen 1, wenn eine Klasse die Antwort auf alles ist.</translation>
    </message>
    <message>
        <source>exp(entropy of the mean prediction) of a batch, 1 to K.</source>
        <translation>exp(Entropie der mittleren Vorhersage) eines Batches, 1 bis K.</translation>
    </message>
    <message>
        <source>Predictor distance ‖θₕ − I‖ (Frobenius)</source>
        <translation>Prädiktor-Abstand ‖θₕ − I‖ (Frobenius)</translation>
    </message>
    <message>
        <source>How much of the pressure the predictor has taken up.</source>
        <translation>Wie viel vom Druck der Prädiktor aufgenommen hat.</translation>
    </message>
    <message>
        <source>‖θ_h − I‖_F after the update; a lane whose predictor is no matrix has none; ZeroSiam, arXiv 2509.23183.</source>
        <translation>‖θ_h − I‖_F nach dem Update; eine Spur, deren Prädiktor keine Matrix ist, hat keinen; ZeroSiam, arXiv 2509.23183.</translation>
    </message>
    <message>
        <source>Calibration error, so far (share)</source>
        <translation>Kalibrierungsfehler bisher (Anteil)</translation>
    </message>
    <message>
        <source>Rises when confidence and accuracy part.</source>
        <translation>Steigt, wenn Sicherheit und Genauigkeit auseinandergehen.</translation>
    </message>
    <message>
        <source>Expected calibration error over all images so far, 15 bins; Guo et al., 2017.</source>
        <translation>Erwarteter Kalibrierungsfehler über alle Bilder bisher, 15 Klassen; Guo et al., 2017.</translation>
    </message>
    <message>
        <source>Alignment α·D (nats)</source>
        <translation>Angleichung α·D (nats)</translation>
    </message>
    <message>
        <source>How far the two branches are apart. 0 without a predictor.</source>
        <translation>Wie weit die zwei Zweige auseinander liegen. 0 ohne Prädiktor.</translation>
    </message>
    <message>
        <source>L − H: the divergence between the branches, times α; with EATA&apos;s Fisher penalty where it is on.</source>
        <translation>L − H: die Divergenz der Zweige, mal α; bei EATA mit Fisher-Strafe, wo sie an ist.</translation>
    </message>
    <message>
        <source>Images that count (share)</source>
        <translation>Bilder, die zählen (Anteil)</translation>
    </message>
    <message>
        <source>Which part of a batch a lane trusts enough to learn from.</source>
        <translation>Welchem Teil des Batches eine Spur genug traut, um daraus zu lernen.</translation>
    </message>
    <message>
        <source>Images that the loss averaged over, divided by the batch.</source>
        <translation>Bilder, über die der Verlust mittelt, geteilt durch den Batch.</translation>
    </message>
    <message>
        <source>Tokens of the batch</source>
        <translation>Tokens des Batches</translation>
    </message>
    <message>
        <source>Rises when answers grow longer.</source>
        <translation>Steigt, wenn Antworten länger werden.</translation>
    </message>
    <message>
        <source>Tokens of the batch&apos;s answers, end tokens included.</source>
        <translation>Tokens der Antworten des Batches, Endtokens eingeschlossen.</translation>
    </message>
    <message>
        <source>Tokens of the loss</source>
        <translation>Tokens des Verlusts</translation>
    </message>
    <message>
        <source>What there is to learn from.</source>
        <translation>Woraus sich lernen lässt.</translation>
    </message>
    <message>
        <source>Tokens that the loss could look at: those of the answers, or of the questions.</source>
        <translation>Tokens, die der Verlust ansehen könnte: die der Antworten oder die der Fragen.</translation>
    </message>
    <message>
        <source>Answer length (tokens)</source>
        <translation>Antwortlänge (Tokens)</translation>
    </message>
    <message>
        <source>Rises to the limit when answers never end, falls when they say nothing.</source>
        <translation>Steigt bis zur Grenze, wenn Antworten nie enden, fällt, wenn sie nichts sagen.</translation>
    </message>
    <message>
        <source>Mean number of tokens of an answer, its end token included.</source>
        <translation>Mittlere Zahl der Tokens einer Antwort, ihr Endtoken eingeschlossen.</translation>
    </message>
    <message>
        <source>Answers that end (share)</source>
        <translation>Antworten, die enden (Anteil)</translation>
    </message>
    <message>
        <source>Falls to 0 when one token is repeated for ever.</source>
        <translation>Fällt auf 0, wenn ein Token endlos wiederholt wird.</translation>
    </message>
    <message>
        <source>Answers that end by themselves, divided by all; the others are cut off and count as wrong.</source>
        <translation>Antworten, die von selbst enden, geteilt durch alle; die anderen werden abgeschnitten und zählen als falsch.</translation>
    </message>
    <message>
        <source>No final answer (share)</source>
        <translation>Keine Endantwort (Anteil)</translation>
    </message>
    <message>
        <source>Rises when what is said is no answer.</source>
        <translation>Steigt, wenn das Gesagte keine Antwort ist.</translation>
    </message>
    <message>
        <source>Answers that ended, but in which no final answer was found, divided by all; they count as wrong.</source>
        <translation>Antworten, die endeten, in denen aber keine Endantwort gefunden wurde, geteilt durch alle; sie zählen als falsch.</translation>
    </message>
    <message>
        <source>Undecided answers (share)</source>
        <translation>Unentschiedene Antworten (Anteil)</translation>
    </message>
    <message>
        <source>Answers that can neither be shown right nor wrong.</source>
        <translation>Antworten, die sich weder als richtig noch als falsch erweisen lassen.</translation>
    </message>
    <message>
        <source>Final answers that the judge could not decide, divided by all; they do not count as right.</source>
        <translation>Endantworten, die der Prüfer nicht entscheiden konnte, geteilt durch alle; sie zählen nicht als richtig.</translation>
    </message>
    <message>
        <source>Worked steps right (share)</source>
        <translation>Richtige Rechenschritte (Anteil)</translation>
    </message>
    <message>
        <source>Falls before the final answers do when reasoning breaks.</source>
        <translation>Fällt vor den Endantworten, wenn das Denken zerbricht.</translation>
    </message>
    <message>
        <source>Worked steps up to the first wrong one, divided by the true solutions&apos; steps; tasks alone.</source>
        <translation>Rechenschritte bis zum ersten falschen, geteilt durch die Schritte der wahren Lösungen; nur bei Aufgaben.</translation>
    </message>
    <message>
        <source>Distinct tokens (share)</source>
        <translation>Verschiedene Tokens (Anteil)</translation>
    </message>
    <message>
        <source>Falls when answers repeat themselves.</source>
        <translation>Fällt, wenn Antworten sich wiederholen.</translation>
    </message>
    <message>
        <source>Different tokens of an answer, divided by its tokens; mean over the batch.</source>
        <translation>Verschiedene Tokens einer Antwort, geteilt durch ihre Tokens; Mittel über den Batch.</translation>
    </message>
    <message>
        <source>Periodic tail (share)</source>
        <translation>Periodisches Ende (Anteil)</translation>
    </message>
    <message>
        <source>Reaches 1 when answers are one short loop.</source>
        <translation>Erreicht 1, wenn Antworten eine einzige kurze Schleife sind.</translation>
    </message>
    <message>
        <source>Tokens in tails with a period of 1 to 4 that come three times or more, divided by all tokens.</source>
        <translation>Tokens an Enden mit einer Periode von 1 bis 4, die dreimal oder öfter kommt, geteilt durch alle Tokens.</translation>
    </message>
    <message>
        <source>Most frequent answer, last 64 (share)</source>
        <translation>Häufigste Antwort, letzte 64 (Anteil)</translation>
    </message>
    <message>
        <source>Reaches 1 when one answer is given to everything.</source>
        <translation>Erreicht 1, wenn auf alles eine Antwort gegeben wird.</translation>
    </message>
    <message>
        <source>Share of the most frequent final answer among the last 64 answers.</source>
        <translation>Anteil der häufigsten Endantwort an den letzten 64 Antworten.</translation>
    </message>
    <message>
        <source>Most frequent true answer, last 64 (share)</source>
        <translation>Häufigste wahre Antwort, letzte 64 (Anteil)</translation>
    </message>
    <message>
        <source>Share of the most frequent expected answer among the last 64 questions.</source>
        <translation>Anteil der häufigsten erwarteten Antwort an den letzten 64 Fragen.</translation>
    </message>
    <message>
        <source>Most frequent token, last 64 (share)</source>
        <translation>Häufigstes Token, letzte 64 (Anteil)</translation>
    </message>
    <message>
        <source>Reaches 1 when one token is all that is said.</source>
        <translation>Erreicht 1, wenn nur noch ein Token gesagt wird.</translation>
    </message>
    <message>
        <source>Share of the most frequent token among those of the last 64 answers.</source>
        <translation>Anteil des häufigsten Tokens an denen der letzten 64 Antworten.</translation>
    </message>
    <message>
        <source>Most frequent true token, last 64 (share)</source>
        <translation>Häufigstes wahres Token, letzte 64 (Anteil)</translation>
    </message>
    <message>
        <source>How one-sided the true solutions are.</source>
        <translation>Wie einseitig die wahren Lösungen sind.</translation>
    </message>
    <message>
        <source>Share of the most frequent token among those of the last 64 true solutions; tasks alone.</source>
        <translation>Anteil des häufigsten Tokens an denen der letzten 64 wahren Lösungen; nur bei Aufgaben.</translation>
    </message>
    <message>
        <source>Entropy of the uncertain fifth (share)</source>
        <translation>Entropie des unsicheren Fünftels (Anteil)</translation>
    </message>
    <message>
        <source>Near 1: a few tokens decide where an answer goes.</source>
        <translation>Nahe 1: Wenige Tokens entscheiden, wohin eine Antwort geht.</translation>
    </message>
    <message>
        <source>Share of a batch&apos;s entropy that the most uncertain fifth of its tokens has.</source>
        <translation>Anteil an der Entropie eines Batches, den das unsicherste Fünftel seiner Tokens hat.</translation>
    </message>
    <message>
        <source>Entropy tells wrong answers (AUROC)</source>
        <translation>Entropie verrät falsche Antworten (AUROC)</translation>
    </message>
    <message>
        <source>0.5: certainty says nothing about being right.</source>
        <translation>0.5: Sicherheit sagt nichts über Richtigkeit.</translation>
    </message>
    <message>
        <source>Chance that a wrong answer has a higher mean token entropy than a right one, over the last 256 answers.</source>
        <translation>Wahrscheinlichkeit, dass eine falsche Antwort eine höhere mittlere Token-Entropie hat als eine richtige, über die letzten 256 Antworten.</translation>
    </message>
    <message>
        <source>Divergence from the unadapted model (nats)</source>
        <translation>Divergenz vom Modell ohne Adaption (nats)</translation>
    </message>
    <message>
        <source>How far adaptation has carried the model away.</source>
        <translation>Wie weit die Adaption das Modell fortgetragen hat.</translation>
    </message>
    <message>
        <source>KL(p ‖ p₀) of the next token between the lane and the model as it was trained, mean over the batch&apos;s tokens.</source>
        <translation>KL(p ‖ p₀) des nächsten Tokens zwischen der Spur und dem Modell, wie es trainiert wurde, Mittel über die Tokens des Batches.</translation>
    </message>
</context>
<context>
    <name>MemoryText</name>
    <message>
        <source>details %1 MB</source>
        <translation>Einzelheiten %1 MB</translation>
    </message>
    <message>
        <source>states %1 MB</source>
        <translation>Zustände %1 MB</translation>
    </message>
    <message>
        <source>Details of %1 steps in %2 of %3 MB</source>
        <translation>Einzelheiten von %1 Schritten in %2 von %3 MB</translation>
    </message>
    <message>
        <source>; of the older ones every %1th</source>
        <translation>; von den älteren jeder %1.</translation>
    </message>
    <message>
        <source>Saved states for forks: %1, every %2 steps, in %3 of %4 MB</source>
        <translation>Zustände zum Verzweigen: %1, alle %2 Schritte, in %3 von %4 MB</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>C&amp;harts</source>
        <translation>&amp;Diagramme</translation>
    </message>
    <message>
        <source>Accuracy, logit norm, predictor distance and class dominance</source>
        <translation>Genauigkeit, Logit-Norm, Abstand des Prädiktors und Klassendominanz</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>&amp;Classes over time</source>
        <translation>&amp;Klassen im Verlauf</translation>
    </message>
    <message>
        <source>Which classes each lane predicts, as a river</source>
        <translation>Welche Klassen jede Spur vorhersagt, als Fluss</translation>
    </message>
    <message>
        <source>Predictor</source>
        <translation>Prädiktor</translation>
    </message>
    <message>
        <source>&amp;Predictor</source>
        <translation>&amp;Prädiktor</translation>
    </message>
    <message>
        <source>The predictor&apos;s matrix as a heat map</source>
        <translation>Die Matrix des Prädiktors als Heatmap</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>&amp;Features</source>
        <translation>&amp;Merkmale</translation>
    </message>
    <message>
        <source>The features of the latest batches in two dimensions</source>
        <translation>Die Merkmale der letzten Batches in zwei Dimensionen</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>&amp;Images of the step</source>
        <translation>&amp;Bilder des Schritts</translation>
    </message>
    <message>
        <source>Images, right and wrong lanes, probabilities, history</source>
        <translation>Bilder, richtige und falsche Spuren, Wahrscheinlichkeiten, Verlauf</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Konfusion</translation>
    </message>
    <message>
        <source>C&amp;onfusion</source>
        <translation>K&amp;onfusion</translation>
    </message>
    <message>
        <source>Which class each lane takes for which</source>
        <translation>Welche Klasse jede Spur wofür hält</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>&amp;Loss</source>
        <translation>&amp;Verlust</translation>
    </message>
    <message>
        <source>The loss, its parts, and how many images it averages over</source>
        <translation>Der Verlust, seine Teile und über wie viele Bilder er mittelt</translation>
    </message>
    <message>
        <source>Slow motion</source>
        <translation>Zeitlupe</translation>
    </message>
    <message>
        <source>Slow &amp;motion</source>
        <translation>Zeit&amp;lupe</translation>
    </message>
    <message>
        <source>One step, phase by phase</source>
        <translation>Ein Schritt, Phase für Phase</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>&amp;Why?</source>
        <translation>&amp;Warum?</translation>
    </message>
    <message>
        <source>Why lanes collapsed or held, in the recording&apos;s own numbers</source>
        <translation>Warum Spuren kollabierten oder hielten, in den Zahlen der Aufzeichnung selbst</translation>
    </message>
    <message>
        <source>&amp;Toy world: why it collapses</source>
        <translation>Spielwelt: w&amp;arum es kollabiert</translation>
    </message>
    <message>
        <source>A toy world of two features that shows why; it needs no run</source>
        <translation>Eine Spielwelt mit zwei Merkmalen, die zeigt, warum; sie braucht keinen Lauf</translation>
    </message>
    <message>
        <source>Toy</source>
        <translation>Spielwelt</translation>
    </message>
</context>
<context>
    <name>Recipe</name>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>at each change of corruption</source>
        <translation>bei jedem Wechsel der Störung</translation>
    </message>
    <message>
        <source>before every batch</source>
        <translation>vor jedem Batch</translation>
    </message>
    <message>
        <source>flag it and go on</source>
        <translation>markieren und weiterlaufen</translation>
    </message>
    <message>
        <source>stop the lane</source>
        <translation>Spur anhalten</translation>
    </message>
    <message>
        <source>reset the lane</source>
        <translation>Spur zurücksetzen</translation>
    </message>
    <message>
        <source>%1 The slider is logarithmic, %2 to %3.</source>
        <translation>%1 Der Schieber ist logarithmisch, %2 bis %3.</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>RecipeFields</name>
    <message>
        <source>all samples</source>
        <translation>alle Bilder</translation>
    </message>
    <message>
        <source>confident</source>
        <translation>sichere</translation>
    </message>
    <message>
        <source>confident and new</source>
        <translation>sichere und neue</translation>
    </message>
    <message>
        <source>confident by shape</source>
        <translation>der Form nach sichere</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>COME</source>
        <translation>COME</translation>
    </message>
    <message>
        <source>pseudo-label</source>
        <translation>Pseudo-Label</translation>
    </message>
    <message>
        <source>soft likelihood ratio</source>
        <translation>weiches Likelihood-Verhältnis</translation>
    </message>
    <message>
        <source>negative squared</source>
        <translation>negatives Quadrat</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linear</translation>
    </message>
    <message>
        <source>fixed random</source>
        <translation>fest, zufällig</translation>
    </message>
    <message>
        <source>two layers</source>
        <translation>zwei Schichten</translation>
    </message>
    <message>
        <source>symmetric KL</source>
        <translation>symmetrische KL</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>reverse KL</source>
        <translation>umgekehrte KL</translation>
    </message>
    <message>
        <source>Jensen-Shannon</source>
        <translation>Jensen-Shannon</translation>
    </message>
    <message>
        <source>mean squared</source>
        <translation>mittleres Quadrat</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>SAM, sharpness-aware</source>
        <translation>SAM, schärfebewusst</translation>
    </message>
    <message>
        <source>norm layers</source>
        <translation>die Normschichten</translation>
    </message>
    <message>
        <source>the head</source>
        <translation>der Kopf</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>alle Schichten</translation>
    </message>
    <message>
        <source>no layer</source>
        <translation>keine Schicht</translation>
    </message>
    <message>
        <source>of the training</source>
        <translation>des Trainings</translation>
    </message>
    <message>
        <source>of the batch</source>
        <translation>des Batches</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Which samples the loss averages over.</source>
        <translation>Über welche Bilder der Verlust mittelt.</translation>
    </message>
    <message>
        <source>selection %1</source>
        <translation>Auswahl: %1</translation>
    </message>
    <message>
        <source>Entropy margin</source>
        <translation>Entropiegrenze</translation>
    </message>
    <message>
        <source>Keep entropy E &lt; margin · ln K (SAR).</source>
        <translation>Entropie E &lt; Grenze · ln K behalten (SAR).</translation>
    </message>
    <message>
        <source>entropy margin %1</source>
        <translation>Entropiegrenze %1</translation>
    </message>
    <message>
        <source>Weight margin</source>
        <translation>Gewichtsgrenze</translation>
    </message>
    <message>
        <source>weight margin %1</source>
        <translation>Gewichtsgrenze %1</translation>
    </message>
    <message>
        <source>Redundancy margin</source>
        <translation>Redundanzgrenze</translation>
    </message>
    <message>
        <source>Keep predictions whose cosine with the moving average is below this (EATA).</source>
        <translation>Vorhersagen behalten, deren Kosinus mit dem gleitenden Mittel darunter liegt (EATA).</translation>
    </message>
    <message>
        <source>redundancy margin %1</source>
        <translation>Redundanzgrenze %1</translation>
    </message>
    <message>
        <source>Shape threshold</source>
        <translation>Formschwelle</translation>
    </message>
    <message>
        <source>Keep samples whose confidence falls by more than this when the picture&apos;s patches are shuffled (DeYO).</source>
        <translation>Bilder behalten, deren Konfidenz um mehr fällt, wenn die Bildteile gemischt werden (DeYO).</translation>
    </message>
    <message>
        <source>shape threshold %1</source>
        <translation>Formschwelle %1</translation>
    </message>
    <message>
        <source>Minimises</source>
        <translation>Minimiert</translation>
    </message>
    <message>
        <source>H(p_o), per sample, on the online branch.</source>
        <translation>H(p_o), je Bild, im Online-Zweig.</translation>
    </message>
    <message>
        <source>objective %1</source>
        <translation>Zielfunktion: %1</translation>
    </message>
    <message>
        <source>Predictor</source>
        <translation>Prädiktor</translation>
    </message>
    <message>
        <source>h(f) = θ_h f before the head of the online branch; linear starts as the identity. ZeroSiam, arXiv 2509.23183.</source>
        <translation>h(f) = θ_h f vor dem Kopf des Online-Zweigs; linear beginnt als Einheitsmatrix. ZeroSiam, arXiv 2509.23183.</translation>
    </message>
    <message>
        <source>predictor %1</source>
        <translation>Prädiktor: %1</translation>
    </message>
    <message>
        <source>Stop-gradient</source>
        <translation>Stop-Gradient</translation>
    </message>
    <message>
        <source>D(p_o ‖ sg[p_r]): the branch without a predictor is a fixed target. ZeroSiam, arXiv 2509.23183.</source>
        <translation>D(p_o ‖ sg[p_r]): Der Zweig ohne Prädiktor ist ein festes Ziel. ZeroSiam, arXiv 2509.23183.</translation>
    </message>
    <message>
        <source>stop-gradient %1</source>
        <translation>Stop-Gradient %1</translation>
    </message>
    <message>
        <source>Target branch</source>
        <translation>Zielzweig</translation>
    </message>
    <message>
        <source>stop-gradient</source>
        <translation>Stop-Gradient</translation>
    </message>
    <message>
        <source>Alignment α</source>
        <translation>Angleichung α</translation>
    </message>
    <message>
        <source>α in L = H(p_o) + α · D(p_o ‖ sg[p_r]).</source>
        <translation>α in L = H(p_o) + α · D(p_o ‖ sg[p_r]).</translation>
    </message>
    <message>
        <source>α %1</source>
        <translation>α %1</translation>
    </message>
    <message>
        <source>Divergence</source>
        <translation>Divergenz</translation>
    </message>
    <message>
        <source>D in L = H(p_o) + α · D(p_o ‖ sg[p_r]).</source>
        <translation>D in L = H(p_o) + α · D(p_o ‖ sg[p_r]).</translation>
    </message>
    <message>
        <source>divergence %1</source>
        <translation>Divergenz: %1</translation>
    </message>
    <message>
        <source>Fisher α</source>
        <translation>Fisher α</translation>
    </message>
    <message>
        <source>α · Σ F (θ − θ0)²; 0 means none (EATA). The Fisher estimate is made when a run begins or the penalty is first switched on.</source>
        <translation>α · Σ F (θ − θ0)²; 0 heißt keiner (EATA). Die Fisher-Schätzung entsteht, wenn ein Lauf beginnt oder der Strafterm zuerst eingeschaltet wird.</translation>
    </message>
    <message>
        <source>Fisher α %1</source>
        <translation>Fisher α %1</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>SAM climbs first, then descends from there (SAR).</source>
        <translation>SAM steigt erst und geht von dort abwärts (SAR).</translation>
    </message>
    <message>
        <source>optimiser %1</source>
        <translation>Optimierer: %1</translation>
    </message>
    <message>
        <source>Norm rate</source>
        <translation>Norm-Rate</translation>
    </message>
    <message>
        <source>Learning rate of the norm layers&apos; scale and shift.</source>
        <translation>Lernrate für Skala und Verschiebung der Normschichten.</translation>
    </message>
    <message>
        <source>norm rate %1</source>
        <translation>Norm-Rate %1</translation>
    </message>
    <message>
        <source>Predictor rate</source>
        <translation>Prädiktor-Rate</translation>
    </message>
    <message>
        <source>Learning rate of the predictor θ_h.</source>
        <translation>Lernrate des Prädiktors θ_h.</translation>
    </message>
    <message>
        <source>predictor rate %1</source>
        <translation>Prädiktor-Rate %1</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Impuls</translation>
    </message>
    <message>
        <source>Momentum of the optimiser, 0 to 0.99.</source>
        <translation>Impuls des Optimierers, 0 bis 0.99.</translation>
    </message>
    <message>
        <source>momentum %1</source>
        <translation>Impuls %1</translation>
    </message>
    <message>
        <source>Climb ρ</source>
        <translation>Anstieg ρ</translation>
    </message>
    <message>
        <source>Length of SAM&apos;s climb.</source>
        <translation>Länge des Anstiegs von SAM.</translation>
    </message>
    <message>
        <source>climb ρ %1</source>
        <translation>Anstieg ρ %1</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Rückkehr</translation>
    </message>
    <message>
        <source>recovery %1</source>
        <translation>Rückkehr %1</translation>
    </message>
    <message>
        <source>Back to start</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Of the moving average of the loss.</source>
        <translation>Des gleitenden Mittels des Verlusts.</translation>
    </message>
    <message>
        <source>recovery threshold %1</source>
        <translation>Rückkehrschwelle %1</translation>
    </message>
    <message>
        <source>Left alone</source>
        <translation>Eingefroren</translation>
    </message>
    <message>
        <source>Norm layers that are not trained: beginnings of their names, separated by commas. SAR and DeYO leave the last stage alone.</source>
        <translation>Normschichten, die nicht trainiert werden: Anfänge ihrer Namen, durch Kommas getrennt. SAR und DeYO lassen die letzte Stufe in Ruhe.</translation>
    </message>
    <message>
        <source>frozen layers %1</source>
        <translation>eingefrorene Schichten: %1</translation>
    </message>
    <message>
        <source>no layer frozen</source>
        <translation>keine Schicht eingefroren</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>reference quirks %1</source>
        <translation>Eigenheiten der Referenz %1</translation>
    </message>
    <message>
        <source>follow the reference code</source>
        <translation>dem Referenzcode folgen</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Lernt</translation>
    </message>
    <message>
        <source>Which tensors learn: scales and shifts of the norm layers, the classifier layer, or the encoder too.</source>
        <translation>Welche Tensoren lernen: Skalen und Verschiebungen der Normschichten, die Klassifikatorschicht oder auch der Encoder.</translation>
    </message>
    <message>
        <source>trained: %1</source>
        <translation>es lernt: %1</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>What BatchNorm layers normalise with while the model adapts. Other norm layers have none.</source>
        <translation>Womit BatchNorm-Schichten normieren, während sich das Modell anpasst. Andere Normschichten haben keine.</translation>
    </message>
    <message>
        <source>statistics %1</source>
        <translation>Statistik %1</translation>
    </message>
    <message>
        <source>no views</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Further pictures that are made of each one.</source>
        <translation>Weitere Bilder, die aus jedem gemacht werden.</translation>
    </message>
    <message>
        <source>views: %1</source>
        <translation>Ansichten: %1</translation>
    </message>
    <message>
        <source>no memory</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Gedächtnis</translation>
    </message>
    <message>
        <source>Pictures of the past that are learnt from again.</source>
        <translation>Bilder der Vergangenheit, aus denen noch einmal gelernt wird.</translation>
    </message>
    <message>
        <source>memory: %1</source>
        <translation>Gedächtnis: %1</translation>
    </message>
    <message>
        <source>no teacher</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>A second model that gives the targets.</source>
        <translation>Ein zweites Modell, das die Ziele vorgibt.</translation>
    </message>
    <message>
        <source>teacher: %1</source>
        <translation>Lehrer: %1</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>die des Modells</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>output: %1</source>
        <translation>Ausgabe: %1</translation>
    </message>
    <message>
        <source>Adaptation</source>
        <translation>Adaption</translation>
    </message>
    <message>
        <source>Off: the lane only evaluates.</source>
        <translation>Aus: Die Spur wertet nur aus.</translation>
    </message>
    <message>
        <source>adaptation %1</source>
        <translation>Adaption %1</translation>
    </message>
    <message>
        <source>learn from the stream</source>
        <translation>aus dem Strom lernen</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Alignment pair</source>
        <translation>Zweigpaar</translation>
    </message>
    <message>
        <source>Regulariser</source>
        <translation>Strafterm</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>all but the head</source>
        <translation>alles außer dem Kopf</translation>
    </message>
    <message>
        <source>low-rank pairs</source>
        <translation>Paare niedrigen Rangs</translation>
    </message>
    <message>
        <source>norm layers and low-rank pairs</source>
        <translation>die Normschichten und Paare niedrigen Rangs</translation>
    </message>
    <message>
        <source>a vector before the head</source>
        <translation>ein Vektor vor dem Kopf</translation>
    </message>
    <message>
        <source>of both</source>
        <translation>von beiden</translation>
    </message>
    <message>
        <source>moved by every batch</source>
        <translation>von jedem Batch bewegt</translation>
    </message>
    <message>
        <source>moved by every update</source>
        <translation>von jedem Update bewegt</translation>
    </message>
    <message>
        <source>corrected by each picture</source>
        <translation>von jedem Bild korrigiert</translation>
    </message>
    <message>
        <source>averages of the batches</source>
        <translation>aus Mitteln der Batches</translation>
    </message>
    <message>
        <source>Where the published code departs from its paper. SAR: keep the low moving average across a reset. ASR with a pull to the source: a reset lands on what the weights are pulled towards.</source>
        <translation>Wo der veröffentlichte Code von seiner Arbeit abweicht. SAR: das niedrige gleitende Mittel über ein Zurücksetzen behalten. ASR mit einem Zug zum Quellmodell: Ein Zurücksetzen landet dort, wohin die Gewichte gezogen werden.</translation>
    </message>
    <message>
        <source>Share of the batch</source>
        <translation>Anteil des Batches</translation>
    </message>
    <message>
        <source>What a batch counts in the statistics that it is mixed with (BN-α 0.1, RoTTA 0.05, NOTE 0.01).</source>
        <translation>Was ein Batch in der Statistik zählt, mit der er gemischt wird (BN-α 0.1, RoTTA 0.05, NOTE 0.01).</translation>
    </message>
    <message>
        <source>share of the batch %1</source>
        <translation>Anteil des Batches %1</translation>
    </message>
    <message>
        <source>Shrinkage k</source>
        <translation>Schrumpfung k</translation>
    </message>
    <message>
        <source>Standard errors by which a picture may depart from the averages before it is corrected (NOTE).</source>
        <translation>Standardfehler, um die ein Bild von den Mitteln abweichen darf, bevor es korrigiert wird (NOTE).</translation>
    </message>
    <message>
        <source>shrinkage %1</source>
        <translation>Schrumpfung %1</translation>
    </message>
    <message>
        <source>Restoration</source>
        <translation>Wiederherstellung</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>ln K</source>
        <translation>ln K</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>of the answers</source>
        <translation>der Antworten</translation>
    </message>
    <message>
        <source>the first of the answers</source>
        <translation>die ersten der Antworten</translation>
    </message>
    <message>
        <source>the last of the answers</source>
        <translation>die letzten der Antworten</translation>
    </message>
    <message>
        <source>behind the answers&apos; mark</source>
        <translation>hinter der Marke der Antworten</translation>
    </message>
    <message>
        <source>of the questions</source>
        <translation>der Fragen</translation>
    </message>
    <message>
        <source>mean over tokens</source>
        <translation>Mittel über Tokens</translation>
    </message>
    <message>
        <source>mean over answers</source>
        <translation>Mittel über Antworten</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Unit of margins</source>
        <translation>Einheit der Grenzen</translation>
    </message>
    <message>
        <source>What margins of entropies are multiples of. 0.4 · ln K keeps nearly every token of a large vocabulary.</source>
        <translation>Wovon Grenzen der Entropie Vielfache sind. 0.4 · ln K behält fast jedes Token eines großen Vokabulars.</translation>
    </message>
    <message>
        <source>margins in %1</source>
        <translation>Grenzen in %1</translation>
    </message>
    <message>
        <source>Surprise margin P0</source>
        <translation>Überraschungsgrenze P0</translation>
    </message>
    <message>
        <source>Keep questions whose mean −log p of the next token is above it (TLM).</source>
        <translation>Fragen behalten, deren mittleres −log p des nächsten Tokens darüber liegt (TLM).</translation>
    </message>
    <message>
        <source>surprise margin %1</source>
        <translation>Überraschungsgrenze %1</translation>
    </message>
    <message>
        <source>Surprise scale λ</source>
        <translation>Überraschungsfaktor λ</translation>
    </message>
    <message>
        <source>λ in the weight λ · exp(mean −log p − P0) (TLM).</source>
        <translation>λ im Gewicht λ · exp(mittleres −log p − P0) (TLM).</translation>
    </message>
    <message>
        <source>surprise scale %1</source>
        <translation>Überraschungsfaktor %1</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtszerfall</translation>
    </message>
    <message>
        <source>AdamW&apos;s decay of all that is trained, a share of the rate.</source>
        <translation>Zerfall von allem, was lernt, bei AdamW, als Anteil der Rate.</translation>
    </message>
    <message>
        <source>weight decay %1</source>
        <translation>Gewichtszerfall %1</translation>
    </message>
    <message>
        <source>Rank of the pairs</source>
        <translation>Rang der Paare</translation>
    </message>
    <message>
        <source>Inner width of the low-rank pairs; it stays as it is once there are pairs. LoRA, arXiv 2106.09685.</source>
        <translation>Innere Breite der Paare niedrigen Rangs; sie bleibt, wie sie ist, sobald es Paare gibt. LoRA, arXiv 2106.09685.</translation>
    </message>
    <message>
        <source>rank %1</source>
        <translation>Rang %1</translation>
    </message>
    <message>
        <source>LoRA&apos;s α</source>
        <translation>α von LoRA</translation>
    </message>
    <message>
        <source>The pairs count α / rank times.</source>
        <translation>Die Paare zählen α / Rang mal.</translation>
    </message>
    <message>
        <source>LoRA&apos;s α %1</source>
        <translation>α von LoRA %1</translation>
    </message>
    <message>
        <source>Maps with pairs</source>
        <translation>Abbildungen mit Paaren</translation>
    </message>
    <message>
        <source>Last parts of their names: q_proj, k_proj, v_proj, o_proj, gate_proj, up_proj, down_proj.</source>
        <translation>Letzte Teile ihrer Namen: q_proj, k_proj, v_proj, o_proj, gate_proj, up_proj, down_proj.</translation>
    </message>
    <message>
        <source>pairs beside %1</source>
        <translation>Paare neben %1</translation>
    </message>
    <message>
        <source>no map with a pair</source>
        <translation>keine Abbildung mit Paar</translation>
    </message>
    <message>
        <source>Which tokens the loss looks at. The others are reported and not learnt from.</source>
        <translation>Welche Tokens der Verlust ansieht. Die anderen werden gemeldet, und aus ihnen wird nicht gelernt.</translation>
    </message>
    <message>
        <source>tokens %1</source>
        <translation>Tokens: %1</translation>
    </message>
    <message>
        <source>Number of tokens</source>
        <translation>Zahl der Tokens</translation>
    </message>
    <message>
        <source>So many of each answer, from its beginning or its end.</source>
        <translation>So viele von jeder Antwort, von ihrem Anfang oder ihrem Ende.</translation>
    </message>
    <message>
        <source>%1 tokens of each answer</source>
        <translation>%1 Tokens jeder Antwort</translation>
    </message>
    <message>
        <source>Loss of a batch</source>
        <translation>Verlust eines Batches</translation>
    </message>
    <message>
        <source>A mean over tokens rewards long answers, a sum short ones.</source>
        <translation>Ein Mittel über Tokens belohnt lange Antworten, eine Summe kurze.</translation>
    </message>
    <message>
        <source>loss: %1</source>
        <translation>Verlust: %1</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Updates</translation>
    </message>
    <message>
        <source>Per batch of questions.</source>
        <translation>Je Batch von Fragen.</translation>
    </message>
    <message>
        <source>%1 updates</source>
        <translation>%1 Updates</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Learn from the questions first, and answer then (SLOT).</source>
        <translation>Erst aus den Fragen lernen und dann antworten (SLOT).</translation>
    </message>
    <message>
        <source>learning before answering %1</source>
        <translation>Lernen vor dem Antworten %1</translation>
    </message>
    <message>
        <source>learn, then answer</source>
        <translation>lernen, dann antworten</translation>
    </message>
    <message>
        <source>Forgetting</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Back to the start after every question (SLOT).</source>
        <translation>Zurück zum Anfang nach jeder Frage (SLOT).</translation>
    </message>
    <message>
        <source>reset after every question %1</source>
        <translation>Zurücksetzen nach jeder Frage %1</translation>
    </message>
    <message>
        <source>after every question</source>
        <translation>nach jeder Frage</translation>
    </message>
    <message>
        <source>confident, weighted</source>
        <translation>sichere, gewichtet</translation>
    </message>
    <message>
        <source>probable</source>
        <translation>wahrscheinliche</translation>
    </message>
    <message>
        <source>diverse and certain</source>
        <translation>vielfältige und sichere</translation>
    </message>
    <message>
        <source>uncertain tokens</source>
        <translation>unsichere Tokens</translation>
    </message>
    <message>
        <source>surprising questions</source>
        <translation>überraschende Fragen</translation>
    </message>
    <message>
        <source>information maximisation</source>
        <translation>Informationsmaximierung</translation>
    </message>
    <message>
        <source>cross-entropy to the teacher</source>
        <translation>Kreuzentropie zum Lehrer</translation>
    </message>
    <message>
        <source>symmetric cross-entropy to the teacher</source>
        <translation>symmetrische Kreuzentropie zum Lehrer</translation>
    </message>
    <message>
        <source>entropy over views</source>
        <translation>Entropie über Ansichten</translation>
    </message>
    <message>
        <source>−log p of the next token</source>
        <translation>−log p des nächsten Tokens</translation>
    </message>
    <message>
        <source>samples kept</source>
        <translation>behaltene Bilder</translation>
    </message>
    <message>
        <source>the batch</source>
        <translation>den Batch</translation>
    </message>
    <message>
        <source>samples kept and classes</source>
        <translation>behaltene Bilder und Klassen</translation>
    </message>
    <message>
        <source>E0 / ln K in the weight exp(E0 − E) (EATA, DeYO, DELTA).</source>
        <translation>E0 / ln K im Gewicht exp(E0 − E) (EATA, DeYO, DELTA).</translation>
    </message>
    <message>
        <source>Average of predictions</source>
        <translation>Mittel der Vorhersagen</translation>
    </message>
    <message>
        <source>Momentum of the moving average that predictions are compared with (EATA, ROID).</source>
        <translation>Impuls des gleitenden Mittels, mit dem Vorhersagen verglichen werden (EATA, ROID).</translation>
    </message>
    <message>
        <source>momentum of the predictions %1</source>
        <translation>Impuls der Vorhersagen %1</translation>
    </message>
    <message>
        <source>Probability threshold</source>
        <translation>Wahrscheinlichkeitsschwelle</translation>
    </message>
    <message>
        <source>Keep samples whose most probable class is above this (DELTA with labels).</source>
        <translation>Bilder behalten, deren wahrscheinlichste Klasse darüber liegt (DELTA mit Labels).</translation>
    </message>
    <message>
        <source>probability threshold %1</source>
        <translation>Wahrscheinlichkeitsschwelle %1</translation>
    </message>
    <message>
        <source>Temperature τ</source>
        <translation>Temperatur τ</translation>
    </message>
    <message>
        <source>τ in the weight exp(diversity · certainty / τ) (ROID).</source>
        <translation>τ im Gewicht exp(Vielfalt · Sicherheit / τ) (ROID).</translation>
    </message>
    <message>
        <source>weights&apos; temperature %1</source>
        <translation>Temperatur der Gewichte %1</translation>
    </message>
    <message>
        <source>Class balance</source>
        <translation>Klassenausgleich</translation>
    </message>
    <message>
        <source>Samples of classes that were rarely predicted weigh more (DELTA).</source>
        <translation>Bilder selten vorhergesagter Klassen wiegen mehr (DELTA).</translation>
    </message>
    <message>
        <source>class balance %1</source>
        <translation>Klassenausgleich %1</translation>
    </message>
    <message>
        <source>rare classes weigh more</source>
        <translation>seltene Klassen wiegen mehr</translation>
    </message>
    <message>
        <source>Class momentum</source>
        <translation>Klassenimpuls</translation>
    </message>
    <message>
        <source>Momentum of the average of predictions that tells which classes are rare (DELTA).</source>
        <translation>Impuls des Mittels der Vorhersagen, das sagt, welche Klassen selten sind (DELTA).</translation>
    </message>
    <message>
        <source>class momentum %1</source>
        <translation>Klassenimpuls %1</translation>
    </message>
    <message>
        <source>Mean over</source>
        <translation>Mittel über</translation>
    </message>
    <message>
        <source>What the sum of the loss is divided by (ROID: the batch; NOTE: samples and classes).</source>
        <translation>Wodurch die Summe des Verlusts geteilt wird (ROID: den Batch; NOTE: Bilder und Klassen).</translation>
    </message>
    <message>
        <source>mean over %1</source>
        <translation>Mittel über %1</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batch-Größe</translation>
    </message>
    <message>
        <source>What a mean over the batch divides by; 0: the size of the batch. The published ROID divides a short last batch by the full size.</source>
        <translation>Wodurch ein Mittel über den Batch teilt; 0: die Größe des Batches. Das veröffentlichte ROID teilt einen kurzen letzten Batch durch die volle Größe.</translation>
    </message>
    <message>
        <source>divisor of the loss %1</source>
        <translation>Teiler des Verlusts %1</translation>
    </message>
    <message>
        <source>Probability clip</source>
        <translation>Wahrscheinlichkeitsgrenze</translation>
    </message>
    <message>
        <source>Soft likelihood ratio: probabilities are cut here and have no gradient above; 1 means the exact ratio (ROID: 0.99).</source>
        <translation>Weiches Likelihood-Verhältnis: Wahrscheinlichkeiten werden hier abgeschnitten und haben darüber keinen Gradienten; 1 heißt das genaue Verhältnis (ROID: 0.99).</translation>
    </message>
    <message>
        <source>probability clip %1</source>
        <translation>Wahrscheinlichkeitsgrenze %1</translation>
    </message>
    <message>
        <source>Logarithm ε</source>
        <translation>Logarithmus ε</translation>
    </message>
    <message>
        <source>What is added inside logarithms (ROID 1e-5, SHOT 1e-10, NOTE 1e-6).</source>
        <translation>Was in Logarithmen addiert wird (ROID 1e-5, SHOT 1e-10, NOTE 1e-6).</translation>
    </message>
    <message>
        <source>logarithm ε %1</source>
        <translation>Logarithmus ε %1</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>Konsistenz</translation>
    </message>
    <message>
        <source>Factor of the symmetric cross-entropy between a kept sample and its view (ROID); 0 means none.</source>
        <translation>Faktor der symmetrischen Kreuzentropie zwischen einem behaltenen Bild und seiner Ansicht (ROID); 0 heißt keine.</translation>
    </message>
    <message>
        <source>consistency %1</source>
        <translation>Konsistenz %1</translation>
    </message>
    <message>
        <source>strong views</source>
        <translation>starke</translation>
    </message>
    <message>
        <source>mild views</source>
        <translation>milde</translation>
    </message>
    <message>
        <source>mixed views</source>
        <translation>gemischte</translation>
    </message>
    <message>
        <source>timely and certain</source>
        <translation>aktuell und sicher</translation>
    </message>
    <message>
        <source>balanced by chance</source>
        <translation>durch Zufall ausgeglichen</translation>
    </message>
    <message>
        <source>a moving average</source>
        <translation>ein gleitendes Mittel</translation>
    </message>
    <message>
        <source>the source</source>
        <translation>das Quellmodell</translation>
    </message>
    <message>
        <source>those after the update</source>
        <translation>die nach dem Update</translation>
    </message>
    <message>
        <source>the teacher&apos;s</source>
        <translation>die des Lehrers</translation>
    </message>
    <message>
        <source>with the prior corrected</source>
        <translation>mit korrigierter A-priori-Verteilung</translation>
    </message>
    <message>
        <source>smoothed between neighbours</source>
        <translation>zwischen Nachbarn geglättet</translation>
    </message>
    <message>
        <source>by supports</source>
        <translation>nach Stützpunkten</translation>
    </message>
    <message>
        <source>nearest neighbours</source>
        <translation>nächste Nachbarn</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>Gauß-Funktion</translation>
    </message>
    <message>
        <source>features</source>
        <translation>Merkmalen</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>Logits</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Views of each picture.</source>
        <translation>Ansichten jedes Bildes.</translation>
    </message>
    <message>
        <source>%1 views</source>
        <translation>%1 Ansichten</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Fassungsvermögen</translation>
    </message>
    <message>
        <source>Pictures in the memory.</source>
        <translation>Bilder im Gedächtnis.</translation>
    </message>
    <message>
        <source>memory of %1 pictures</source>
        <translation>Gedächtnis von %1 Bildern</translation>
    </message>
    <message>
        <source>Update every</source>
        <translation>Update alle</translation>
    </message>
    <message>
        <source>Pictures from one update to the next; 0: one update after every batch.</source>
        <translation>Bilder von einem Update zum nächsten; 0: ein Update nach jedem Batch.</translation>
    </message>
    <message>
        <source>update every %1 pictures</source>
        <translation>Update alle %1 Bilder</translation>
    </message>
    <message>
        <source>Timeliness λ_t</source>
        <translation>Aktualität λ_t</translation>
    </message>
    <message>
        <source>Weight of the age in the score by which a picture leaves the memory (RoTTA).</source>
        <translation>Gewicht des Alters in der Wertung, nach der ein Bild das Gedächtnis verlässt (RoTTA).</translation>
    </message>
    <message>
        <source>timeliness %1</source>
        <translation>Aktualität %1</translation>
    </message>
    <message>
        <source>Uncertainty λ_u</source>
        <translation>Unsicherheit λ_u</translation>
    </message>
    <message>
        <source>Weight of the entropy in the score by which a picture leaves the memory (RoTTA).</source>
        <translation>Gewicht der Entropie in der Wertung, nach der ein Bild das Gedächtnis verlässt (RoTTA).</translation>
    </message>
    <message>
        <source>uncertainty %1</source>
        <translation>Unsicherheit %1</translation>
    </message>
    <message>
        <source>What stays of the teacher at an update; the rest comes from the model (CoTTA, RoTTA 0.999).</source>
        <translation>Was bei einem Update vom Lehrer bleibt; der Rest kommt vom Modell (CoTTA, RoTTA 0.999).</translation>
    </message>
    <message>
        <source>teacher&apos;s momentum %1</source>
        <translation>Impuls des Lehrers %1</translation>
    </message>
    <message>
        <source>Views below</source>
        <translation>Ansichten unter</translation>
    </message>
    <message>
        <source>Targets are the mean over views where the source&apos;s mean confidence is below this, else of one look (CoTTA: 0.92 on CIFAR-10).</source>
        <translation>Ziele sind das Mittel über Ansichten, wo die mittlere Konfidenz des Quellmodells darunter liegt, sonst die eines Blicks (CoTTA: 0.92 auf CIFAR-10).</translation>
    </message>
    <message>
        <source>views below confidence %1</source>
        <translation>Ansichten unter Konfidenz %1</translation>
    </message>
    <message>
        <source>The further features have left their classes, the less the teacher follows and the more the source holds (PeTTA).</source>
        <translation>Je weiter Merkmale ihre Klassen verlassen haben, desto weniger folgt der Lehrer und desto mehr hält das Quellmodell (PeTTA).</translation>
    </message>
    <message>
        <source>teacher by divergence %1</source>
        <translation>Lehrer nach Divergenz %1</translation>
    </message>
    <message>
        <source>heed the divergence</source>
        <translation>auf die Divergenz achten</translation>
    </message>
    <message>
        <source>Prototype momentum</source>
        <translation>Prototyp-Impuls</translation>
    </message>
    <message>
        <source>What stays of a class&apos;s mean features (PeTTA).</source>
        <translation>Was von den mittleren Merkmalen einer Klasse bleibt (PeTTA).</translation>
    </message>
    <message>
        <source>prototype momentum %1</source>
        <translation>Prototyp-Impuls %1</translation>
    </message>
    <message>
        <source>Which logits are reported: from before the update unless it says otherwise.</source>
        <translation>Welche Logits gemeldet werden: von vor dem Update, wenn nichts anderes dasteht.</translation>
    </message>
    <message>
        <source>Supports</source>
        <translation>Stützpunkte</translation>
    </message>
    <message>
        <source>Supports of each class; 0: all of them (T3A).</source>
        <translation>Stützpunkte jeder Klasse; 0: alle (T3A).</translation>
    </message>
    <message>
        <source>%1 supports</source>
        <translation>%1 Stützpunkte</translation>
    </message>
    <message>
        <source>Affinity</source>
        <translation>Affinität</translation>
    </message>
    <message>
        <source>Which samples of a batch pull on each other (LAME).</source>
        <translation>Welche Bilder eines Batches aneinander ziehen (LAME).</translation>
    </message>
    <message>
        <source>affinity: %1</source>
        <translation>Affinität: %1</translation>
    </message>
    <message>
        <source>Compared by</source>
        <translation>Verglichen nach</translation>
    </message>
    <message>
        <source>What neighbours are alike in (LAME).</source>
        <translation>Worin Nachbarn einander gleichen (LAME).</translation>
    </message>
    <message>
        <source>compared by %1</source>
        <translation>verglichen nach %1</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>k: of the nearest neighbours, or of the width of the Gaussian (LAME).</source>
        <translation>k: der nächsten Nachbarn oder der Breite der Gauß-Funktion (LAME).</translation>
    </message>
    <message>
        <source>%1 neighbours</source>
        <translation>%1 Nachbarn</translation>
    </message>
    <message>
        <source>Symmetric</source>
        <translation>Symmetrisch</translation>
    </message>
    <message>
        <source>Neighbours pull in both directions (LAME).</source>
        <translation>Nachbarn ziehen in beide Richtungen (LAME).</translation>
    </message>
    <message>
        <source>symmetric neighbours %1</source>
        <translation>symmetrische Nachbarn %1</translation>
    </message>
    <message>
        <source>both ways</source>
        <translation>in beide Richtungen</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>Rounds at most (LAME).</source>
        <translation>Runden höchstens (LAME).</translation>
    </message>
    <message>
        <source>%1 rounds</source>
        <translation>%1 Runden</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Relative change of the energy at which rounds end (LAME).</source>
        <translation>Relative Änderung der Energie, bei der die Runden enden (LAME).</translation>
    </message>
    <message>
        <source>tolerance %1</source>
        <translation>Toleranz %1</translation>
    </message>
    <message>
        <source>when the loss falls</source>
        <translation>wenn der Verlust fällt</translation>
    </message>
    <message>
        <source>every so many steps</source>
        <translation>in festem Abstand von Schritten</translation>
    </message>
    <message>
        <source>when predictions concentrate</source>
        <translation>wenn sich Vorhersagen konzentrieren</translation>
    </message>
    <message>
        <source>before every picture</source>
        <translation>vor jedem Bild</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>a pull to the source</source>
        <translation>ein Zug zum Quellmodell</translation>
    </message>
    <message>
        <source>a filter</source>
        <translation>ein Filter</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>der Zufall</translation>
    </message>
    <message>
        <source>What brings everything back to where it started; its kind says when.</source>
        <translation>Was alles dorthin zurückbringt, wo es begann; die Art sagt, wann.</translation>
    </message>
    <message>
        <source>while adapting</source>
        <translation>während der Adaption</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>When everything goes back to the start: when the moving average of the loss falls below the threshold (SAR), every so many steps (RDumb), when predictions concentrate on few classes (ASR), or before every picture (MEMO).</source>
        <translation>Wann alles zum Anfang zurückkehrt: wenn das gleitende Mittel des Verlusts unter die Schwelle fällt (SAR), in festem Abstand von Schritten (RDumb), wenn sich Vorhersagen auf wenige Klassen konzentrieren (ASR) oder vor jedem Bild (MEMO).</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Steps from one return to the next (RDumb).</source>
        <translation>Schritte von einer Rückkehr zur nächsten (RDumb).</translation>
    </message>
    <message>
        <source>recovery every %1 steps</source>
        <translation>Rückkehr alle %1 Schritte</translation>
    </message>
    <message>
        <source>Start a0</source>
        <translation>Anfang a0</translation>
    </message>
    <message>
        <source>The threshold C of the entropy of the mean logits starts at ln(a0 · K) (ASR).</source>
        <translation>Die Schwelle C der Entropie der mittleren Logits beginnt bei ln(a0 · K) (ASR).</translation>
    </message>
    <message>
        <source>adaptive start %1</source>
        <translation>adaptiver Anfang %1</translation>
    </message>
    <message>
        <source>Memory m0</source>
        <translation>Gedächtnis m0</translation>
    </message>
    <message>
        <source>C keeps the share 1 − m0 + m0 · φ of itself, φ being the share of predictions unlike the source&apos;s (ASR).</source>
        <translation>C behält den Anteil 1 − m0 + m0 · φ von sich; φ ist der Anteil der Vorhersagen, die anders sind als die des Quellmodells (ASR).</translation>
    </message>
    <message>
        <source>adaptive memory %1</source>
        <translation>adaptives Gedächtnis %1</translation>
    </message>
    <message>
        <source>Kept r0</source>
        <translation>Behalten r0</translation>
    </message>
    <message>
        <source>Share of the trained tensors, from the input, that a reset leaves alone (ASR).</source>
        <translation>Anteil der lernenden Tensoren, von der Eingabe an, den ein Zurücksetzen in Ruhe lässt (ASR).</translation>
    </message>
    <message>
        <source>adaptive share kept %1</source>
        <translation>adaptiv behaltener Anteil %1</translation>
    </message>
    <message>
        <source>Slope r1</source>
        <translation>Steigung r1</translation>
    </message>
    <message>
        <source>How much less is left alone, the further predictions have concentrated (ASR).</source>
        <translation>Wie viel weniger in Ruhe gelassen wird, je weiter sich Vorhersagen konzentriert haben (ASR).</translation>
    </message>
    <message>
        <source>adaptive slope %1</source>
        <translation>adaptive Steigung %1</translation>
    </message>
    <message>
        <source>Draws back</source>
        <translation>Zieht zurück</translation>
    </message>
    <message>
        <source>What draws the weights back after every update: a pull to the source (ROID), hidden weights that a filter estimates (CMF), or chance (CoTTA).</source>
        <translation>Was die Gewichte nach jedem Update zurückzieht: ein Zug zum Quellmodell (ROID), verborgene Gewichte, die ein Filter schätzt (CMF), oder der Zufall (CoTTA).</translation>
    </message>
    <message>
        <source>restoration %1</source>
        <translation>Wiederherstellung: %1</translation>
    </message>
    <message>
        <source>Weights kept</source>
        <translation>Behaltene Gewichte</translation>
    </message>
    <message>
        <source>θ ← keep · θ + (1 − keep) · θ0, or hidden weights in place of θ0.</source>
        <translation>θ ← keep · θ + (1 − keep) · θ0, oder verborgene Gewichte statt θ0.</translation>
    </message>
    <message>
        <source>weights kept %1</source>
        <translation>behaltene Gewichte %1</translation>
    </message>
    <message>
        <source>Hidden weights kept</source>
        <translation>Behaltene verborgene Gewichte</translation>
    </message>
    <message>
        <source>What stays of the hidden weights; the rest is the source (CMF).</source>
        <translation>Was von den verborgenen Gewichten bleibt; der Rest ist das Quellmodell (CMF).</translation>
    </message>
    <message>
        <source>hidden weights kept %1</source>
        <translation>behaltene verborgene Gewichte %1</translation>
    </message>
    <message>
        <source>Process noise Q</source>
        <translation>Prozessrauschen Q</translation>
    </message>
    <message>
        <source>Variance that a step adds, times the number of trained values / 38400 (CMF).</source>
        <translation>Varianz, die ein Schritt hinzufügt, mal die Zahl der lernenden Werte / 38400 (CMF).</translation>
    </message>
    <message>
        <source>process noise %1</source>
        <translation>Prozessrauschen %1</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>With which each value returns to the source (CoTTA).</source>
        <translation>Mit der jeder Wert zum Quellmodell zurückkehrt (CoTTA).</translation>
    </message>
    <message>
        <source>restored with probability %1</source>
        <translation>wiederhergestellt mit Wahrscheinlichkeit %1</translation>
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
        <translation>Laufendes Fisher-Mittel</translation>
    </message>
    <message>
        <source>p0 in p0 · φ² · Σ F (θ − θ̄)²: F and θ̄ are means since the last adaptive reset, φ is the share of predictions unlike the source&apos;s (ASR); 0 means none.</source>
        <translation>p0 in p0 · φ² · Σ F (θ − θ̄)²: F und θ̄ sind Mittel seit dem letzten adaptiven Zurücksetzen, φ ist der Anteil der Vorhersagen, die anders sind als die des Quellmodells (ASR); 0 heißt keiner.</translation>
    </message>
    <message>
        <source>running Fisher %1</source>
        <translation>laufendes Fisher-Mittel %1</translation>
    </message>
    <message>
        <source>Cosine to the source</source>
        <translation>Kosinus zum Quellmodell</translation>
    </message>
    <message>
        <source>λ0 of −mean cos(θ, θ0), times the divergence of the features from their classes (PeTTA); 0 means none.</source>
        <translation>λ0 von −Mittel cos(θ, θ0), mal die Divergenz der Merkmale von ihren Klassen (PeTTA); 0 heißt keiner.</translation>
    </message>
    <message>
        <source>cosine to the source %1</source>
        <translation>Kosinus zum Quellmodell %1</translation>
    </message>
    <message>
        <source>Anchor</source>
        <translation>Anker</translation>
    </message>
    <message>
        <source>Factor of the cross-entropy to the source&apos;s predictions (PeTTA); 0 means none.</source>
        <translation>Faktor der Kreuzentropie zu den Vorhersagen des Quellmodells (PeTTA); 0 heißt keine.</translation>
    </message>
    <message>
        <source>anchor %1</source>
        <translation>Anker %1</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>The step looks ahead: rate · (g + momentum · buffer).</source>
        <translation>Der Schritt blickt voraus: Rate · (g + Impuls · Puffer).</translation>
    </message>
    <message>
        <source>Nesterov %1</source>
        <translation>Nesterov %1</translation>
    </message>
    <message>
        <source>look ahead</source>
        <translation>vorausblicken</translation>
    </message>
    <message>
        <source>β1</source>
        <translation>β1</translation>
    </message>
    <message>
        <source>Adam&apos;s momentum of the gradient.</source>
        <translation>Impuls des Gradienten bei Adam.</translation>
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
        <translation>Impuls des quadrierten Gradienten bei Adam.</translation>
    </message>
    <message>
        <source>β2 %1</source>
        <translation>β2 %1</translation>
    </message>
    <message>
        <source>Adam&apos;s ε</source>
        <translation>ε von Adam</translation>
    </message>
    <message>
        <source>What is added to the root of the mean square.</source>
        <translation>Was zur Wurzel des mittleren Quadrats addiert wird.</translation>
    </message>
    <message>
        <source>Adam&apos;s ε %1</source>
        <translation>ε von Adam %1</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>A run of Collapse Lab</source>
        <translation>Ein Lauf von Collapse Lab</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>What is left at the end</source>
        <translation>Was am Ende bleibt</translation>
    </message>
    <message>
        <source>Accuracy: predictions before the update of their batch. Last fifth: of the images, by whole batches. Top class: the most predicted class among the last 1,000 predictions. Predictor distance: ‖θ_h − I‖_F after the last step.</source>
        <translation>Genauigkeit: Vorhersagen vor dem Update ihres Batches. Letztes Fünftel: der Bilder, in ganzen Batches. Häufigste Klasse: die am häufigsten vorhergesagte der letzten 1.000 Vorhersagen. Abstand des Prädiktors: ‖θ_h − I‖_F nach dem letzten Schritt.</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Four charts over the steps</source>
        <translation>Vier Diagramme über die Schritte</translation>
    </message>
    <message>
        <source>What happened when</source>
        <translation>Was wann geschah</translation>
    </message>
    <message>
        <source>The experiment, to load again</source>
        <translation>Das Experiment, zum erneuten Laden</translation>
    </message>
    <message>
        <source>Save these lines as experiment.json and open the file in Collapse Lab.</source>
        <translation>Diese Zeilen als experiment.json speichern und die Datei in Collapse Lab öffnen.</translation>
    </message>
    <message>
        <source>Or copy this line and choose File, Paste share link.</source>
        <translation>Oder diese Zeile kopieren und Datei, Teilen-Link einfügen wählen.</translation>
    </message>
    <message>
        <source>Views that explain</source>
        <translation>Ansichten, die erklären</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <translation>%1, Schritt %2</translation>
    </message>
    <message>
        <source>%1: the recording has no details for it.</source>
        <translation>%1: Die Aufzeichnung hat dafür keine Einzelheiten.</translation>
    </message>
</context>
<context>
    <name>RunStateText</name>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Press Run to start the experiment.</source>
        <translation>Mit Lauf beginnt das Experiment.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>Reading data and model; the first batch follows in a moment.</source>
        <translation>Daten und Modell werden gelesen; gleich kommt der erste Batch.</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Throw a switch in a lane: it holds from the next step on.</source>
        <translation>Einen Schalter umlegen: Er gilt ab dem nächsten Schritt.</translation>
    </message>
    <message>
        <source>On %1. Throw a switch in a lane: it holds from the next step on.</source>
        <translation>Auf %1. Einen Schalter umlegen: Er gilt ab dem nächsten Schritt.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>After step %1. Run goes on, Step does one batch.</source>
        <translation>Nach Schritt %1. Lauf setzt fort, Ein Schritt rechnet einen Batch.</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>%1 steps done. Change a switch and Restart, or export from the File menu.</source>
        <translation>%1 Schritte gerechnet. Schalter ändern und neu beginnen oder im Menü Datei weitergeben.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>At step %1. Run or Restart begins the same stream anew.</source>
        <translation>Bei Schritt %1. Lauf beginnt denselben Strom von vorn.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Change the set-up and press Run.</source>
        <translation>Einrichtung ändern und Lauf starten.</translation>
    </message>
    <message>
        <source>See the message above; change the set-up, then Run.</source>
        <translation>Siehe Meldung oben; Einrichtung ändern, dann Lauf.</translation>
    </message>
    <message>
        <source>%1 now answers one class for everything. Set its predictor to linear, then Restart: does the same stream still break it?</source>
        <translation>%1 nennt jetzt für alles dieselbe Klasse. Den Prädiktor auf linear setzen und neu beginnen: Zerbricht es am selben Strom noch?</translation>
    </message>
    <message>
        <source>Press Run. Tent should end up answering one class for everything; ZeroSiam should not. Watch class dominance rise before accuracy falls.</source>
        <translation>Den Lauf starten. Tent sollte am Ende für alles dieselbe Klasse nennen, ZeroSiam nicht. Die Klassendominanz steigt, bevor die Genauigkeit fällt.</translation>
    </message>
    <message>
        <source>Next, turn off ZeroSiam&apos;s stop-gradient and watch its class dominance. A mark on every chart shows when.</source>
        <translation>Als Nächstes den Stop-Gradient von ZeroSiam ausschalten und auf die Klassendominanz achten. Eine Marke zeigt, wann.</translation>
    </message>
    <message>
        <source>Turn off ZeroSiam&apos;s stop-gradient, then Restart. Data and seed are the same, so any difference comes from your switch.</source>
        <translation>Den Stop-Gradient von ZeroSiam ausschalten und neu beginnen. Daten und Startwert bleiben gleich: Jeder Unterschied kommt vom Schalter.</translation>
    </message>
    <message>
        <source>Open the File menu for a saved experiment, or choose a preset above.</source>
        <translation>Ein gespeichertes Experiment öffnen oder oben eine Vorlage wählen.</translation>
    </message>
    <message>
        <source>A mark on every chart shows your switch. Watch class dominance; then set the switch back: does the lane recover?</source>
        <translation>Eine Marke in jedem Diagramm zeigt Ihren Schalter. Achten Sie auf die Klassendominanz; stellen Sie ihn dann zurück: Erholt sich die Spur?</translation>
    </message>
    <message>
        <source>Restart runs the same stream with the switches as they are now, from the first step on. Data and seed are the same, so any difference comes from them.</source>
        <translation>„Neu beginnen“ lässt denselben Strom mit den Schaltern laufen, wie sie jetzt stehen, vom ersten Schritt an. Daten und Startwert sind gleich, jeder Unterschied kommt also von ihnen.</translation>
    </message>
</context>
<context>
    <name>SpecHistory</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Corruption</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Imbalance</source>
        <translation>Ungleichgew.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Batches of noise</source>
        <translation>Rausch-Batches</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Einrichtung</translation>
    </message>
</context>
<context>
    <name>StepFacts</name>
    <message>
        <source>The encoder turns %1 images into features z.</source>
        <translation>Der Encoder macht aus %1 Bildern Merkmale z.</translation>
    </message>
    <message>
        <source> Their mean length ‖z‖ is %1.</source>
        <translation> Ihre mittlere Länge ‖z‖ ist %1.</translation>
    </message>
    <message>
        <source> The head makes logits of them, of mean length ‖u‖ %1; these are scored, before anything is learned: %2 % right.</source>
        <translation> Der Kopf macht daraus Logits der mittleren Länge ‖u‖ %1; sie werden gewertet, bevor gelernt wird: %2 % richtig.</translation>
    </message>
    <message>
        <source>This lane only predicts: it has no second branch.</source>
        <translation>Diese Spur sagt nur vorher: Sie hat keinen zweiten Zweig.</translation>
    </message>
    <message>
        <source>There is no predictor, so both branches are one: the prediction that is scored is the one that is learned from.</source>
        <translation>Ohne Prädiktor sind beide Zweige eins: Gewertet wird dieselbe Vorhersage, aus der gelernt wird.</translation>
    </message>
    <message>
        <source>The online branch passes the features through the predictor (%1), the target branch does not. %2</source>
        <translation>Der Online-Zweig führt die Merkmale durch den Prädiktor (%1), der Zielzweig nicht. %2</translation>
    </message>
    <message>
        <source>The stop-gradient keeps the target from being pulled along.</source>
        <translation>Der Stop-Gradient verhindert, dass das Ziel mitgezogen wird.</translation>
    </message>
    <message>
        <source>The stop-gradient is off: the target can be pulled along.</source>
        <translation>Der Stop-Gradient ist aus: Das Ziel kann mitgezogen werden.</translation>
    </message>
    <message>
        <source>Nothing is minimised.</source>
        <translation>Nichts wird minimiert.</translation>
    </message>
    <message>
        <source>No image was reliable enough to learn from: there is no loss, and no step.</source>
        <translation>Kein Bild war zuverlässig genug, um daraus zu lernen: kein Verlust, kein Schritt.</translation>
    </message>
    <message>
        <source>%1 of %2 images count. </source>
        <translation>%1 von %2 Bildern zählen. </translation>
    </message>
    <message>
        <source>The loss is the objective alone: H = %1.</source>
        <translation>Der Verlust ist allein die Zielfunktion: H = %1.</translation>
    </message>
    <message>
        <source>L = H + α·D = %1 + %2 · %3 = %4.</source>
        <translation>L = H + α·D = %1 + %2 · %3 = %4.</translation>
    </message>
    <message>
        <source>There is nothing to send back.</source>
        <translation>Es gibt nichts zurückzuführen.</translation>
    </message>
    <message>
        <source>The gradient of the loss runs back %1 to the scales and shifts of the norm layers; all other weights stay as they are. It took %2 ms.</source>
        <translation>Der Gradient des Verlusts läuft %1 zurück zu Skalen und Verschiebungen der Normschichten; alle anderen Gewichte bleiben, wie sie sind. Das dauerte %2 ms.</translation>
    </message>
    <message>
        <source>through head and encoder</source>
        <translation>durch Kopf und Encoder</translation>
    </message>
    <message>
        <source>through the online branch alone, to the predictor and</source>
        <translation>allein durch den Online-Zweig zum Prädiktor und</translation>
    </message>
    <message>
        <source>through both branches, to the predictor and</source>
        <translation>durch beide Zweige zum Prädiktor und</translation>
    </message>
    <message>
        <source>The weights stay as they were.</source>
        <translation>Die Gewichte bleiben, wie sie waren.</translation>
    </message>
    <message>
        <source>The norm layers move by %1 (rate %2).</source>
        <translation>Die Normschichten rücken um %1 weiter (Rate %2).</translation>
    </message>
    <message>
        <source>The norm layers move (rate %1).</source>
        <translation>Die Normschichten rücken weiter (Rate %1).</translation>
    </message>
    <message>
        <source> The predictor&apos;s distance from the identity goes from %1 to %2 (rate %3).</source>
        <translation> Der Abstand des Prädiktors von der Einheitsmatrix geht von %1 auf %2 (Rate %3).</translation>
    </message>
    <message>
        <source>1  Forward</source>
        <translation>1  Vorwärts</translation>
    </message>
    <message>
        <source>2  Two branches</source>
        <translation>2  Zwei Zweige</translation>
    </message>
    <message>
        <source>3  Loss</source>
        <translation>3  Verlust</translation>
    </message>
    <message>
        <source>4  Backward</source>
        <translation>4  Rückwärts</translation>
    </message>
    <message>
        <source>5  Update</source>
        <translation>5  Update</translation>
    </message>
    <message>
        <source>The gradient of the loss runs back to what is trained (%1); all other weights stay as they are. It took %2 ms.</source>
        <translation>Der Gradient des Verlusts läuft zurück zu dem, was lernt (%1); alle anderen Gewichte bleiben, wie sie sind. Das dauerte %2 ms.</translation>
    </message>
    <message>
        <source>What is trained moves (rate %1).</source>
        <translation>Was lernt, bewegt sich (Rate %1).</translation>
    </message>
</context>
<context>
    <name>StudyReport</name>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Mean ± sd over %1 seeds: %2; %3 s of computing.</source>
        <translation>Mittel ± Standardabweichung über %1 Startwerte: %2; %3 s Rechenzeit.</translation>
    </message>
    <message>
        <source>One seed: %1; %2 s of computing.</source>
        <translation>Ein Startwert: %1; %2 s Rechenzeit.</translation>
    </message>
    <message>
        <source>Cut short: %1.</source>
        <translation>Abgebrochen: %1.</translation>
    </message>
    <message>
        <source>average</source>
        <translation>Mittel</translation>
    </message>
</context>
<context>
    <name>StudyWindow</name>
    <message>
        <source>, about %1 s left</source>
        <translation>, noch etwa %1 s</translation>
    </message>
    <message>
        <source>, about %1 min left</source>
        <translation>, noch etwa %1 min</translation>
    </message>
    <message>
        <source>, about %1 h left</source>
        <translation>, noch etwa %1 h</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>%1; %2; %3</source>
        <translation>%1; %2; %3</translation>
    </message>
</context>
<context>
    <name>Toy</name>
    <message>
        <source>%1 has collapsed: it calls %2 % of balanced data %3, where a third would be right.</source>
        <translation>%1 ist kollabiert: Es nennt %2 % der ausgewogenen Daten %3, wo ein Drittel richtig wäre.</translation>
    </message>
    <message>
        <source>%1 leans to one class: it calls %2 % of balanced data %3 and gets %4 % right, without adaptation %5 %.</source>
        <translation>%1 neigt zu einer Klasse: Es nennt %2 % der ausgewogenen Daten %3 und hat %4 % richtig, ohne Adaption %5 %.</translation>
    </message>
    <message>
        <source>%1 gets %2 % of balanced data right, without adaptation %3 %.</source>
        <translation>%1 hat %2 % der ausgewogenen Daten richtig, ohne Adaption %3 %.</translation>
    </message>
    <message>
        <source>Its features have grown from length %1 to %2.</source>
        <translation>Seine Merkmale sind von Länge %1 auf %2 gewachsen.</translation>
    </message>
    <message>
        <source>At step %1 its numbers left all bounds, and it has learned nothing since: reset with a lower rate.</source>
        <translation>Bei Schritt %1 verließen seine Zahlen alle Grenzen, und seitdem hat es nichts gelernt: mit kleinerer Rate zurücksetzen.</translation>
    </message>
    <message>
        <source>Without a predictor both branches are one and %1 is Tent: the two agree to the last digit.</source>
        <translation>Ohne Prädiktor sind beide Zweige eins, und %1 ist Tent: Die beiden stimmen bis zur letzten Ziffer überein.</translation>
    </message>
    <message>
        <source>Without a predictor %1 now follows Tent&apos;s loss.</source>
        <translation>Ohne Prädiktor folgt %1 jetzt dem Verlust von Tent.</translation>
    </message>
    <message>
        <source>α is 0: nothing holds the branch with the predictor to the one without.</source>
        <translation>α ist 0: Nichts hält den Zweig mit dem Prädiktor bei dem ohne.</translation>
    </message>
    <message>
        <source>Without the stop-gradient the two branches may drift together.</source>
        <translation>Ohne den Stop-Gradient können die zwei Zweige gemeinsam abdriften.</translation>
    </message>
    <message>
        <source>The predictor stands %1 from the identity.</source>
        <translation>Der Prädiktor steht %1 von der Einheitsmatrix entfernt.</translation>
    </message>
    <message>
        <source>Nothing is learned yet: both worlds are the same and get %1 % of balanced data right, because the points have moved since training. Press Play, or drag a point and watch its arrows.</source>
        <translation>Noch ist nichts gelernt: Beide Welten sind gleich und haben %1 % der ausgewogenen Daten richtig, weil sich die Punkte seit dem Training verschoben haben. „Abspielen“ drücken oder einen Punkt ziehen und auf seine Pfeile achten.</translation>
    </message>
    <message>
        <source>The stream is over.</source>
        <translation>Der Strom ist zu Ende.</translation>
    </message>
</context>
<context>
    <name>lab::Appearance</name>
    <message>
        <source>The language changes when the window is opened anew. A run under way would be stopped.</source>
        <translation>Die Sprache wechselt, wenn das Fenster neu geöffnet wird. Ein laufender Lauf würde angehalten.</translation>
    </message>
    <message>
        <source>Open anew</source>
        <translation>Neu öffnen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
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
        <translation>wahre Labels</translation>
    </message>
    <message>
        <source>These images have no labels, so there is no accuracy. Class dominance and logit norm need none.</source>
        <translation>Diese Bilder haben keine Labels, also gibt es keine Genauigkeit. Klassendominanz und Logit-Norm brauchen keine.</translation>
    </message>
</context>
<context>
    <name>lab::ChartLegend</name>
    <message>
        <source>Legend: %1</source>
        <translation>Legende: %1</translation>
    </message>
</context>
<context>
    <name>lab::ChartTile</name>
    <message>
        <source>Which measure this chart shows</source>
        <translation>Welche Größe dieses Diagramm zeigt</translation>
    </message>
    <message>
        <source>Measure of the chart</source>
        <translation>Größe des Diagramms</translation>
    </message>
</context>
<context>
    <name>lab::ClassRiver</name>
    <message>
        <source>Predicted classes over time</source>
        <translation>Vorhergesagte Klassen im Verlauf</translation>
    </message>
    <message>
        <source>Each class is as thick as its share of the answers. In a collapse one class floods its lane while the true labels flow on.</source>
        <translation>Jede Klasse ist so dick wie ihr Anteil an den Antworten. Beim Kollaps überflutet eine Klasse ihre Spur, während die wahren Labels weiterfließen.</translation>
    </message>
</context>
<context>
    <name>lab::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>Was soll geschehen?</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Befehle durchsuchen</translation>
    </message>
    <message>
        <source>Arrow keys choose, Enter does it, Esc closes.</source>
        <translation>Pfeiltasten wählen, Eingabe führt aus, Esc schließt.</translation>
    </message>
    <message>
        <source> (on)</source>
        <translation> (an)</translation>
    </message>
    <message>
        <source>needs %1</source>
        <translation>braucht %1</translation>
    </message>
</context>
<context>
    <name>lab::CommandRegistry</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>lab::ConfusionCanvas</name>
    <message>
        <source>Confusion matrices</source>
        <translation>Konfusionsmatrizen</translation>
    </message>
    <message>
        <source>%1: %2 % right</source>
        <translation>%1: %2 % richtig</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>%1, %2 % right</source>
        <translation>%1, %2 % richtig</translation>
    </message>
    <message>
        <source>%1, no labels</source>
        <translation>%1, keine Labels</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>%1 calls %2 of %3 images of %4 %5</source>
        <translation>%1 nennt %2 von %3 Bildern der Klasse %4: %5</translation>
    </message>
</context>
<context>
    <name>lab::ConfusionView</name>
    <message>
        <source>Confusion</source>
        <translation>Konfusion</translation>
    </message>
    <message>
        <source>A row is a true class; its numbers say what share of it (in %) gets which answer. A collapse is one dark column.</source>
        <translation>Eine Zeile ist eine wahre Klasse; ihre Zahlen sagen, welcher Anteil davon (in %) welche Antwort bekommt. Ein Kollaps ist eine dunkle Spalte.</translation>
    </message>
    <message>
        <source>last 10 batches</source>
        <translation>letzte 10 Batches</translation>
    </message>
    <message>
        <source>last 100 batches</source>
        <translation>letzte 100 Batches</translation>
    </message>
    <message>
        <source>all so far</source>
        <translation>alle bisher</translation>
    </message>
    <message>
        <source>Batches that are counted</source>
        <translation>Gezählte Batches</translation>
    </message>
    <message>
        <source>These images have no labels, so no answer can be called right or wrong. The page Classes shows what is answered.</source>
        <translation>Diese Bilder haben keine Labels, also ist keine Antwort richtig oder falsch. Was geantwortet wird, zeigt die Seite Klassen.</translation>
    </message>
</context>
<context>
    <name>lab::DataController</name>
    <message>
        <source>%1 is in %2.</source>
        <translation>%1 liegt in %2.</translation>
    </message>
    <message>
        <source>No checksum is published of %1: not verified.</source>
        <translation>Zu %1 ist keine Prüfsumme veröffentlicht: nicht geprüft.</translation>
    </message>
    <message>
        <source>These pictures have no labels, which the scenario needs: it is now mild (shuffled). Charts of accuracy stay empty.</source>
        <translation>Diese Bilder haben keine Labels, die das Szenario braucht: Es ist jetzt mild (gemischt). Diagramme der Genauigkeit bleiben leer.</translation>
    </message>
    <message>
        <source>Folder that holds %1</source>
        <translation>Ordner mit %1</translation>
    </message>
    <message>
        <source>%1 is read from %2, now and next time.</source>
        <translation>%1 wird aus %2 gelesen, jetzt und beim nächsten Mal.</translation>
    </message>
    <message>
        <source>The model is now %1, which was trained on these pictures.</source>
        <translation>Das Modell ist jetzt %1, das mit diesen Bildern trainiert wurde.</translation>
    </message>
    <message>
        <source>The pictures are now those of %1, on which the model was trained.</source>
        <translation>Die Bilder sind jetzt die von %1, mit denen das Modell trainiert wurde.</translation>
    </message>
    <message>
        <source>%1 is not on this machine. &quot;Get the data…&quot; in the set-up downloads it or takes a folder that holds it.</source>
        <translation>%1 ist nicht auf diesem Rechner. „Daten beschaffen…“ in der Einrichtung lädt die Daten herunter oder nimmt einen Ordner, in dem sie liegen.</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
</context>
<context>
    <name>lab::DataWindow</name>
    <message>
        <source>your own files: name their folder</source>
        <translation>eigene Dateien: Ordner nennen</translation>
    </message>
    <message>
        <source>your own files: folder remembered</source>
        <translation>eigene Dateien: Ordner gemerkt</translation>
    </message>
    <message>
        <source>on this machine</source>
        <translation>auf diesem Rechner</translation>
    </message>
    <message>
        <source>not here: can be downloaded</source>
        <translation>nicht hier: herunterladbar</translation>
    </message>
    <message>
        <source>not here: ask for access</source>
        <translation>nicht hier: Zugang erfragen</translation>
    </message>
    <message>
        <source>no checksum published</source>
        <translation>keine Prüfsumme veröffentlicht</translation>
    </message>
    <message>
        <source>I accept these terms</source>
        <translation>Ich nehme diese Bedingungen an</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>It is in a folder…</source>
        <translation>Liegt in einem Ordner…</translation>
    </message>
    <message>
        <source>Forget the folder</source>
        <translation>Ordner vergessen</translation>
    </message>
    <message>
        <source>Use in the experiment</source>
        <translation>Im Experiment verwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>%1 is the data set of the experiment.</source>
        <translation>%1 ist der Datensatz des Experiments.</translation>
    </message>
    <message>
        <source>%1: connecting…</source>
        <translation>%1: Verbindung wird aufgebaut…</translation>
    </message>
    <message>
        <source>%1 is in %2.</source>
        <translation>%1 liegt in %2.</translation>
    </message>
    <message>
        <source>%1: stopped. What has arrived is kept; Download goes on from there.</source>
        <translation>%1: angehalten. Was da ist, bleibt; Herunterladen fährt dort fort.</translation>
    </message>
    <message>
        <source>No folder is named yet.</source>
        <translation>Noch ist kein Ordner genannt.</translation>
    </message>
    <message>
        <source>Not found on this machine.</source>
        <translation>Auf diesem Rechner nicht gefunden.</translation>
    </message>
    <message>
        <source>Cannot be downloaded freely.</source>
        <translation>Nicht frei herunterladbar.</translation>
    </message>
    <message>
        <source>%1 in one file</source>
        <translation>%1 in einer Datei</translation>
    </message>
    <message>
        <source>%1 in %2 files</source>
        <translation>%1 in %2 Dateien</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>%1 of %2 have arrived already; Download goes on from there.</source>
        <translation>%1 von %2 sind schon da; Herunterladen fährt dort fort.</translation>
    </message>
    <message>
        <source>Getting %1</source>
        <translation>%1 wird geholt</translation>
    </message>
    <message>
        <source>Checking %1</source>
        <translation>%1 wird geprüft</translation>
    </message>
    <message>
        <source>Unpacking %1</source>
        <translation>%1 wird entpackt</translation>
    </message>
    <message>
        <source> (%1 of %2)</source>
        <translation> (%1 von %2)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The folder of %1 is forgotten; nothing in it was touched.</source>
        <translation>Der Ordner von %1 ist vergessen; darin wurde nichts angerührt.</translation>
    </message>
    <message>
        <source>%1 is read from %2, now and next time.</source>
        <translation>%1 wird aus %2 gelesen, jetzt und beim nächsten Mal.</translation>
    </message>
    <message>
        <source>Another set is on its way: one at a time.</source>
        <translation>Ein anderer Datensatz ist unterwegs: einer nach dem anderen.</translation>
    </message>
    <message>
        <source>Downloads, verifies and unpacks it into the lab&apos;s data folder</source>
        <translation>Lädt herunter, prüft und entpackt in den Datenordner des Labors</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Anderer Ordner…</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Please cite</source>
        <translation>Bitte zitieren</translation>
    </message>
    <message>
        <source>Home page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>Fortschritt des Herunterladens</translation>
    </message>
    <message>
        <source>Asked once for each data set</source>
        <translation>Wird je Datensatz einmal gefragt</translation>
    </message>
    <message>
        <source>The lab no longer looks there; the files stay</source>
        <translation>Das Labor sucht dort nicht mehr; die Dateien bleiben</translation>
    </message>
</context>
<context>
    <name>lab::DemoRun</name>
    <message>
        <source>first point after %1 s</source>
        <translation>erster Punkt nach %1 s</translation>
    </message>
    <message>
        <source>The run was stopped before its end.</source>
        <translation>Der Lauf wurde vor seinem Ende angehalten.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: choose another one.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen: einen anderen wählen.</translation>
    </message>
    <message>
        <source>Picture: %1, records: %2</source>
        <translation>Bild: %1, Aufzeichnung: %2</translation>
    </message>
</context>
<context>
    <name>lab::DroppedPictures</name>
    <message>
        <source>1 picture left out</source>
        <translation>1 Bild ausgelassen</translation>
    </message>
    <message>
        <source>%1 pictures left out</source>
        <translation>%1 Bilder ausgelassen</translation>
    </message>
    <message>
        <source>and %1 more: click for the list</source>
        <translation>und %1 weitere: Klick zeigt die Liste</translation>
    </message>
    <message>
        <source>These files could not be read. The run went on without them; mend or remove them for the next one.</source>
        <translation>Diese Dateien waren nicht lesbar. Der Lauf ging ohne sie weiter; vor dem nächsten reparieren oder entfernen.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>lab::ExportController</name>
    <message>
        <source>Images of the batch</source>
        <translation>Bilder des Batches</translation>
    </message>
    <message>
        <source>There is nothing to hand out yet: press Run first.</source>
        <translation>Es gibt noch nichts weiterzugeben: erst den Lauf starten.</translation>
    </message>
    <message>
        <source>Hand out a picture</source>
        <translation>Bild weitergeben</translation>
    </message>
    <message>
        <source>The picture is in %1.</source>
        <translation>Das Bild ist in %1.</translation>
    </message>
    <message>
        <source>Records as JSON</source>
        <translation>Aufzeichnung als JSON</translation>
    </message>
    <message>
        <source>%1 records are in %2.</source>
        <translation>%1 Einträge sind in %2.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>The report is in %1. It needs no other file.</source>
        <translation>Der Bericht ist in %1. Er braucht keine weitere Datei.</translation>
    </message>
    <message>
        <source>Folder for the frames</source>
        <translation>Ordner für die Bilderfolge</translation>
    </message>
    <message>
        <source>%1: this page draws nothing of the run and cannot be handed out.</source>
        <translation>%1: Diese Seite zeichnet nichts vom Lauf und lässt sich nicht weitergeben.</translation>
    </message>
</context>
<context>
    <name>lab::FeatureCanvas</name>
    <message>
        <source>Feature map</source>
        <translation>Merkmalskarte</translation>
    </message>
    <message>
        <source>Step %1, %2 lanes</source>
        <translation>Schritt %1, %2 Spuren</translation>
    </message>
    <message>
        <source>no step here</source>
        <translation>hier kein Schritt</translation>
    </message>
    <message>
        <source>first principal component of the unadapted features (%1 % of their variance)</source>
        <translation>erste Hauptkomponente der Merkmale ohne Adaption (%1 % ihrer Varianz)</translation>
    </message>
    <message>
        <source>second principal component (%1 %)</source>
        <translation>zweite Hauptkomponente (%1 %)</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>Step %1
true label: %2
%3 says: %4
(%5, %6)</source>
        <translation>Schritt %1
wahres Label: %2
%3 sagt: %4
(%5, %6)</translation>
    </message>
</context>
<context>
    <name>lab::FeatureMap</name>
    <message>
        <source>Feature map</source>
        <translation>Merkmalskarte</translation>
    </message>
    <message>
        <source>Pictures of one class lie together while a lane still tells classes apart; in a collapse all pile up.</source>
        <translation>Bilder einer Klasse liegen beisammen, solange eine Spur Klassen trennt; beim Kollaps häufen sich alle an einer Stelle.</translation>
    </message>
    <message>
        <source>by true class</source>
        <translation>nach wahrer Klasse</translation>
    </message>
    <message>
        <source>by predicted class</source>
        <translation>nach Vorhersage</translation>
    </message>
    <message>
        <source>Colour of the marks</source>
        <translation>Farbe der Marken</translation>
    </message>
    <message>
        <source>this batch</source>
        <translation>dieser Batch</translation>
    </message>
    <message>
        <source>last %1 batches</source>
        <translation>letzte %1 Batches</translation>
    </message>
    <message>
        <source>Batches that are shown</source>
        <translation>Gezeigte Batches</translation>
    </message>
</context>
<context>
    <name>lab::FieldControl</name>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
</context>
<context>
    <name>lab::FileController</name>
    <message>
        <source>Open experiment</source>
        <translation>Experiment öffnen</translation>
    </message>
    <message>
        <source>Experiments (*.collapselab *.json);;All files (*)</source>
        <translation>Experimente (*.collapselab *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>Experiment speichern</translation>
    </message>
    <message>
        <source>experiment.collapselab</source>
        <translation>experiment.collapselab</translation>
    </message>
    <message>
        <source>Experiment with its recording (*.collapselab);;Set-up and lanes alone (*.json)</source>
        <translation>Experiment mit Aufzeichnung (*.collapselab);;Nur Einrichtung und Spuren (*.json)</translation>
    </message>
    <message>
        <source>The experiment is saved in %1.</source>
        <translation>Das Experiment ist in %1 gespeichert.</translation>
    </message>
    <message>
        <source>The link is copied. Whoever pastes it into Collapse Lab has this experiment.</source>
        <translation>Der Link ist kopiert. Wer ihn in Collapse Lab einfügt, hat dieses Experiment.</translation>
    </message>
    <message>
        <source>The clipboard holds no text: copy a link that begins with collapselab: first.</source>
        <translation>Die Zwischenablage enthält keinen Text: erst einen Link kopieren, der mit collapselab: beginnt.</translation>
    </message>
    <message>
        <source>The experiment of the link is set up. Press Run.</source>
        <translation>Das Experiment des Links ist eingerichtet. Jetzt den Lauf starten.</translation>
    </message>
    <message>
        <source>There are no records yet: press Run first.</source>
        <translation>Es gibt noch keine Aufzeichnung: erst den Lauf starten.</translation>
    </message>
    <message>
        <source>Export records</source>
        <translation>Aufzeichnung exportieren</translation>
    </message>
    <message>
        <source>records.csv</source>
        <translation>records.csv</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>%1 records are in %2.</source>
        <translation>%1 Einträge sind in %2.</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>collapse-lab.png</source>
        <translation>collapse-lab.png</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>The picture is in %1.</source>
        <translation>Das Bild ist in %1.</translation>
    </message>
    <message>
        <source>A run is under way: stop it before you open a recording.</source>
        <translation>Ein Lauf ist im Gang: erst anhalten, dann eine Aufzeichnung öffnen.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>%1 is not an experiment: %2</source>
        <translation>%1 ist kein Experiment: %2</translation>
    </message>
    <message>
        <source>%1 cannot be written: choose another folder.</source>
        <translation>%1 lässt sich nicht schreiben: einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Another file is still being written or read: try again in a moment.</source>
        <translation>Eine andere Datei wird noch geschrieben oder gelesen: gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Saving %1…</source>
        <translation>%1 wird gespeichert …</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>The command line is copied. It begins the experiment as it is set up; to have the switches of this run as well, save it and use collapse-lab-cli replay.</source>
        <translation>Die Befehlszeile ist kopiert. Sie beginnt das Experiment, wie es eingerichtet ist; um auch die Schalter dieses Laufs zu haben, ihn speichern und collapse-lab-cli replay verwenden.</translation>
    </message>
    <message>
        <source>The command line is copied. Paste it into a terminal or a script.</source>
        <translation>Die Befehlszeile ist kopiert. In ein Terminal oder ein Skript einfügen.</translation>
    </message>
    <message>
        <source>This experiment asks a language model questions, which the window cannot show yet: &quot;collapse-lab-cli run&quot; runs it.</source>
        <translation>Dieses Experiment stellt einem Sprachmodell Fragen, was das Fenster noch nicht zeigen kann: „collapse-lab-cli run“ führt es aus.</translation>
    </message>
</context>
<context>
    <name>lab::ForkDialog</name>
    <message>
        <source>Fork a lane</source>
        <translation>Spur verzweigen</translation>
    </message>
    <message>
        <source>The copy starts from the lane&apos;s weights after this step, sees the same images, and runs along as a lane of its own. It catches up at once.</source>
        <translation>Die Kopie beginnt mit den Gewichten der Spur nach diesem Schritt, sieht dieselben Bilder und läuft als eigene Spur mit. Sie holt sofort auf.</translation>
    </message>
    <message>
        <source>Lane to copy</source>
        <translation>Zu kopierende Spur</translation>
    </message>
    <message>
        <source>Step after which the copy begins</source>
        <translation>Schritt, nach dem die Kopie beginnt</translation>
    </message>
    <message>
        <source>Name of the new lane</source>
        <translation>Name der neuen Spur</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>After step</source>
        <translation>Nach Schritt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Fork</source>
        <translation>Verzweigen</translation>
    </message>
    <message>
        <source>%1 fork @%2</source>
        <translation>%1 Zweig @%2</translation>
    </message>
    <message>
        <source>Nothing is different yet: the copy would do what its parent does, digit for digit.</source>
        <translation>Noch ist nichts anders: Die Kopie täte dasselbe wie ihre Vorlage, Ziffer für Ziffer.</translation>
    </message>
    <message>
        <source>From step %1 on: %2.</source>
        <translation>Ab Schritt %1: %2.</translation>
    </message>
</context>
<context>
    <name>lab::FrameSequence</name>
    <message>
        <source>Frames</source>
        <translation>Bilderfolge</translation>
    </message>
    <message>
        <source>Drawing frames into %1</source>
        <translation>Bilder werden in %1 gezeichnet</translation>
    </message>
    <message>
        <source>Progress of the frames</source>
        <translation>Fortschritt der Bilderfolge</translation>
    </message>
    <message>
        <source>Stopped after %1 of %2 frames. They are in %3.</source>
        <translation>Nach %1 von %2 Bildern angehalten. Sie sind in %3.</translation>
    </message>
    <message>
        <source>%1 frames are in %2.</source>
        <translation>%1 Bilder sind in %2.</translation>
    </message>
</context>
<context>
    <name>lab::FramesDialog</name>
    <message>
        <source>Frames of a film</source>
        <translation>Bilder eines Films</translation>
    </message>
    <message>
        <source>Numbered pictures in a folder, from the first step to the last. Views that draw details have a frame for each step whose details are kept.</source>
        <translation>Nummerierte Bilder in einem Ordner, vom ersten bis zum letzten Schritt. Ansichten mit Einzelheiten haben ein Bild für jeden Schritt, dessen Einzelheiten noch da sind.</translation>
    </message>
    <message>
        <source>What the film shows</source>
        <translation>Was der Film zeigt</translation>
    </message>
    <message>
        <source>Steps from one frame to the next</source>
        <translation>Schritte von einem Bild zum nächsten</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>A frame every how many steps?</source>
        <translation>Ein Bild alle wie viele Schritte?</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
</context>
<context>
    <name>lab::GlossaryWindow</name>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>Search all entries</source>
        <translation>Alle Einträge durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>No entry has these words.</source>
        <translation>Kein Eintrag enthält diese Wörter.</translation>
    </message>
</context>
<context>
    <name>lab::HeatCanvas</name>
    <message>
        <source>Heat map of the predictor</source>
        <translation>Heatmap des Prädiktors</translation>
    </message>
    <message>
        <source>column: feature in</source>
        <translation>Spalte: Merkmal hinein</translation>
    </message>
    <message>
        <source>row: feature out</source>
        <translation>Zeile: Merkmal heraus</translation>
    </message>
    <message>
        <source>rows %1–%2, columns %3–%4: mean size %5</source>
        <translation>Zeilen %1–%2, Spalten %3–%4: mittlerer Betrag %5</translation>
    </message>
    <message>
        <source>row %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
</context>
<context>
    <name>lab::HintCard</name>
    <message>
        <source>Try next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>lab::ImageBoard</name>
    <message>
        <source>Images of the step</source>
        <translation>Bilder des Schritts</translation>
    </message>
    <message>
        <source>The same images for all lanes. A disc in a lane&apos;s colour: right. A cross: wrong.</source>
        <translation>Dieselben Bilder für alle Spuren. Scheibe in der Farbe der Spur: richtig. Kreuz: falsch.</translation>
    </message>
    <message>
        <source>only where</source>
        <translation>nur wo</translation>
    </message>
    <message>
        <source>is right and</source>
        <translation>richtig liegt und</translation>
    </message>
    <message>
        <source>is wrong</source>
        <translation>falsch liegt</translation>
    </message>
    <message>
        <source>Lane that is right</source>
        <translation>Spur, die richtig liegt</translation>
    </message>
    <message>
        <source>Lane that is wrong</source>
        <translation>Spur, die falsch liegt</translation>
    </message>
    <message>
        <source>Only images that one lane gets right and another wrong</source>
        <translation>Nur Bilder, bei denen eine Spur richtig und eine andere falsch liegt</translation>
    </message>
</context>
<context>
    <name>lab::ImageGrid</name>
    <message>
        <source>Image board</source>
        <translation>Bildertafel</translation>
    </message>
    <message>
        <source>%1 images of step %2</source>
        <translation>%1 Bilder von Schritt %2</translation>
    </message>
    <message>
        <source>No image of this step passes the filter.</source>
        <translation>Kein Bild dieses Schritts passiert den Filter.</translation>
    </message>
    <message>
        <source>Image %1 of the data set, true label: %2</source>
        <translation>Bild %1 des Datensatzes, wahres Label: %2</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
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
        <translation>Diese Bilder haben keine Labels: Nichts ist richtig oder falsch.</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>kein Label</translation>
    </message>
    <message>
        <source>Image %1 of the data set, no label</source>
        <translation>Bild %1 des Datensatzes, kein Label</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>lab::ImageStrip</name>
    <message>
        <source>Images of the current batch</source>
        <translation>Bilder des aktuellen Batches</translation>
    </message>
    <message>
        <source>True label: %1</source>
        <translation>Wahres Label: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, confidence %1</source>
        <translation>, Konfidenz %1</translation>
    </message>
    <message>
        <source>Images of step %1</source>
        <translation>Bilder von Schritt %1</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>true label</source>
        <translation>wahres Label</translation>
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
        <translation>Kein Label</translation>
    </message>
    <message>
        <source>no labels</source>
        <translation>keine Labels</translation>
    </message>
</context>
<context>
    <name>lab::LaneCard</name>
    <message>
        <source>Method…</source>
        <translation>Verfahren…</translation>
    </message>
    <message>
        <source>Edit blocks…</source>
        <translation>Bausteine…</translation>
    </message>
    <message>
        <source>Lane %1</source>
        <translation>Spur %1</translation>
    </message>
    <message>
        <source>From this step on, the lane answers one class for nearly everything. The rule, over the last 640 images: at least 80 % of the images of other classes get the most predicted class, and the predictions spread over at most half as many classes as the true labels, or over at most 1.5. A class that rightly dominates the stream does not count. Without labels: 95 % of the last 1,000 images get one class, and the logit norm is 1.1 times that of the beginning.</source>
        <translation>Ab diesem Schritt nennt die Spur für fast alles dieselbe Klasse. Die Regel, über die letzten 640 Bilder: Mindestens 80 % der Bilder anderer Klassen bekommen die häufigste Vorhersage, und die Vorhersagen verteilen sich auf höchstens halb so viele Klassen wie die wahren Labels oder auf höchstens 1,5. Eine Klasse, die im Strom zu Recht vorherrscht, zählt nicht. Ohne Labels: 95 % der letzten 1.000 Bilder bekommen eine Klasse, und die Logit-Norm ist das 1,1-fache des Anfangs.</translation>
    </message>
    <message>
        <source>Switches of %1</source>
        <translation>Schalter von %1</translation>
    </message>
    <message>
        <source>Remove lane %1</source>
        <translation>Spur %1 entfernen</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Share of right answers, last 10 batches.</source>
        <translation>Anteil richtiger Antworten, letzte 10 Batches.</translation>
    </message>
    <message>
        <source>logit norm</source>
        <translation>Logit-Norm</translation>
    </message>
    <message>
        <source>Mean ‖u‖₂ of the batch.</source>
        <translation>Mittel von ‖u‖₂ im Batch.</translation>
    </message>
    <message>
        <source>dominance</source>
        <translation>Dominanz</translation>
    </message>
    <message>
        <source>Share of the most predicted class among the last 200 images.</source>
        <translation>Anteil der häufigsten Vorhersage an den letzten 200 Bildern.</translation>
    </message>
    <message>
        <source>predictor</source>
        <translation>Prädiktor</translation>
    </message>
    <message>
        <source>‖θ_h − I‖_F; ZeroSiam, arXiv 2509.23183.</source>
        <translation>‖θ_h − I‖_F; ZeroSiam, arXiv 2509.23183.</translation>
    </message>
    <message>
        <source>All blocks of the method, reset policy and what happens on collapse</source>
        <translation>Alle Bausteine des Verfahrens, Zurücksetzen und was beim Kollaps geschieht</translation>
    </message>
    <message>
        <source>Edit blocks of %1</source>
        <translation>Bausteine von %1 bearbeiten</translation>
    </message>
    <message>
        <source>Method of %1</source>
        <translation>Verfahren von %1</translation>
    </message>
    <message>
        <source>Run another method in this lane</source>
        <translation>Ein anderes Verfahren in dieser Spur</translation>
    </message>
    <message>
        <source>The method can be changed when no run is under way</source>
        <translation>Das Verfahren lässt sich wechseln, wenn kein Lauf im Gang ist</translation>
    </message>
    <message>
        <source>Fold the switches away</source>
        <translation>Schalter einklappen</translation>
    </message>
    <message>
        <source>Show the switches</source>
        <translation>Schalter zeigen</translation>
    </message>
    <message>
        <source>Remove this lane</source>
        <translation>Diese Spur entfernen</translation>
    </message>
    <message>
        <source>Lanes can be removed when no run is under way; two must stay</source>
        <translation>Spuren lassen sich entfernen, wenn kein Lauf im Gang ist; zwei müssen bleiben</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>COLLAPSED @%1</source>
        <translation>KOLLABIERT @%1</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>What the recording shows of this collapse</source>
        <translation>Was die Aufzeichnung von diesem Kollaps zeigt</translation>
    </message>
    <message>
        <source>Why %1 collapsed</source>
        <translation>Warum %1 kollabierte</translation>
    </message>
</context>
<context>
    <name>lab::LaneController</name>
    <message>
        <source>Add a lane</source>
        <translation>Eine Spur hinzufügen</translation>
    </message>
    <message>
        <source>Add lane</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Another method for %1</source>
        <translation>Ein anderes Verfahren für %1</translation>
    </message>
    <message>
        <source>Use this method</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>%1 from step %2 on</source>
        <translation>%1 ab Schritt %2</translation>
    </message>
    <message>
        <source>%1 from the next run on</source>
        <translation>%1 ab dem nächsten Lauf</translation>
    </message>
</context>
<context>
    <name>lab::LaneEditor</name>
    <message>
        <source>Blocks hold from the next step on, resets and collapse from the next run on.</source>
        <translation>Bausteine gelten ab dem nächsten Schritt, Zurücksetzen und Kollaps ab dem nächsten Lauf.</translation>
    </message>
    <message>
        <source>From the next run on</source>
        <translation>Ab dem nächsten Lauf</translation>
    </message>
    <message>
        <source>Reset the lane</source>
        <translation>Spur zurücksetzen</translation>
    </message>
    <message>
        <source>Back to the weights as trained, a fresh optimiser and a fresh predictor.</source>
        <translation>Zurück zu den trainierten Gewichten, mit frischem Optimierer und frischem Prädiktor.</translation>
    </message>
    <message>
        <source>On collapse</source>
        <translation>Beim Kollaps</translation>
    </message>
    <message>
        <source>What happens to the lane when the detector finds it collapsed.</source>
        <translation>Was mit der Spur geschieht, wenn der Detektor einen Kollaps findet.</translation>
    </message>
    <message>
        <source>Blocks of %1</source>
        <translation>Bausteine von %1</translation>
    </message>
    <message>
        <source>Reset: %1; on collapse: %2. The present run goes on as it began; this holds from the next run on.</source>
        <translation>Zurücksetzen: %1; beim Kollaps: %2. Der laufende Lauf bleibt, wie er begann; dies gilt ab dem nächsten.</translation>
    </message>
    <message>
        <source>Reset: %1; on collapse: %2, from the next run on.</source>
        <translation>Zurücksetzen: %1; beim Kollaps: %2, ab dem nächsten Lauf.</translation>
    </message>
</context>
<context>
    <name>lab::LanePanel</name>
    <message>
        <source>Add lane…</source>
        <translation>Spur hinzufügen…</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>All see the very same images</source>
        <translation>Alle sehen dieselben Bilder</translation>
    </message>
    <message>
        <source>Add a lane</source>
        <translation>Eine Spur hinzufügen</translation>
    </message>
    <message>
        <source>Lanes can be added when no run is under way</source>
        <translation>Spuren lassen sich hinzufügen, wenn kein Lauf im Gang ist</translation>
    </message>
    <message>
        <source>Choose a method and watch it beside the others</source>
        <translation>Ein Verfahren wählen und neben den anderen beobachten</translation>
    </message>
    <message>
        <source>There is room for %1 lanes</source>
        <translation>Platz ist für %1 Spuren</translation>
    </message>
</context>
<context>
    <name>lab::LessonController</name>
    <message>
        <source>There is no lesson &quot;%1&quot;: expected one of %2.</source>
        <translation>Es gibt keine Lektion „%1“: erwartet wird eine von %2.</translation>
    </message>
    <message>
        <source>Open a lesson</source>
        <translation>Lektion öffnen</translation>
    </message>
    <message>
        <source>Lessons (*.json)</source>
        <translation>Lektionen (*.json)</translation>
    </message>
</context>
<context>
    <name>lab::LessonPanel</name>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Do it for me</source>
        <translation>Für mich erledigen</translation>
    </message>
    <message>
        <source>Run the experiment</source>
        <translation>Experiment starten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Teacher&apos;s note</source>
        <translation>Für Lehrende</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Back to the whole window</source>
        <translation>Zurück zum ganzen Fenster</translation>
    </message>
    <message>
        <source>Text of the step</source>
        <translation>Text des Schritts</translation>
    </message>
    <message>
        <source>What the recording shows</source>
        <translation>Was die Aufzeichnung zeigt</translation>
    </message>
    <message>
        <source>%1 (%2 min)</source>
        <translation>%1 (%2 min)</translation>
    </message>
    <message>
        <source>No lessons were found.</source>
        <translation>Es wurden keine Lektionen gefunden.</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source> (measured: %1)</source>
        <translation> (gemessen: %1)</translation>
    </message>
    <message>
        <source>Make your guess first, or wait for the run to end.</source>
        <translation>Erst raten, oder das Ende des Laufs abwarten.</translation>
    </message>
    <message>
        <source>First make your guess and let the run come to its end.</source>
        <translation>Erst raten und den Lauf zu Ende gehen lassen.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>at step %1</source>
        <translation>bei Schritt %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
</context>
<context>
    <name>lab::LessonQuestionBox</name>
    <message>
        <source>That is my guess</source>
        <translation>So rate ich</translation>
    </message>
    <message>
        <source>Predict first</source>
        <translation>Erst raten</translation>
    </message>
    <message>
        <source>✓ Well guessed. %1</source>
        <translation>✓ Gut geraten. %1</translation>
    </message>
    <message>
        <source>✗ Not quite. %1</source>
        <translation>✗ Nicht ganz. %1</translation>
    </message>
</context>
<context>
    <name>lab::LogSlider</name>
    <message>
        <source>%1, number</source>
        <translation>%1, Zahl</translation>
    </message>
</context>
<context>
    <name>lab::MainWindow</name>
    <message>
        <source>New experiment[*]</source>
        <translation>Neues Experiment[*]</translation>
    </message>
</context>
<context>
    <name>lab::MessageStrip</name>
    <message>
        <source>Hide this message</source>
        <translation>Meldung ausblenden</translation>
    </message>
</context>
<context>
    <name>lab::NoticeLine</name>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n assumed</source>
        <translation>
            <numerusform>%n Annahme</numerusform>
            <numerusform>%n Annahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lab::PredictorMap</name>
    <message>
        <source>Predictor θₕ − I</source>
        <translation>Prädiktor θₕ − I</translation>
    </message>
    <message>
        <source>What the predictor has taken up: white is the identity. Watch single entries grow where the stream pushes in one direction.</source>
        <translation>Was der Prädiktor aufgenommen hat: Weiß ist die Einheitsmatrix. Einzelne Einträge wachsen, wo der Strom in eine Richtung drückt.</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>Largest entries</source>
        <translation>Größte Einträge</translation>
    </message>
    <message>
        <source>Wheel or + and − zoom, dragging moves, a double click or 0 shows the whole.</source>
        <translation>Rad oder + und − zoomt, Ziehen verschiebt, Doppelklick oder 0 zeigt das Ganze.</translation>
    </message>
    <message>
        <source>%1 took no step %2.</source>
        <translation>%1 machte keinen Schritt %2.</translation>
    </message>
    <message>
        <source>%1 has no predictor matrix at this step. Choose a lane whose predictor is linear, or switch one on.</source>
        <translation>%1 hat bei diesem Schritt keine Prädiktormatrix. Eine Spur mit linearem Prädiktor wählen oder einen einschalten.</translation>
    </message>
    <message>
        <source>&lt;b&gt;‖θₕ − I‖ (Frobenius)&lt;/b&gt;&lt;br&gt;%1 after step %2&lt;br&gt;%3 before it&lt;br&gt;%4 × %4 entries%5</source>
        <translation>&lt;b&gt;‖θₕ − I‖ (Frobenius)&lt;/b&gt;&lt;br&gt;%1 nach Schritt %2&lt;br&gt;%3 davor&lt;br&gt;%4 × %4 Einträge%5</translation>
    </message>
    <message>
        <source>, drawn as mean size of %1 × %1</source>
        <translation>, gezeichnet als mittlerer Betrag von %1 × %1</translation>
    </message>
    <message>
        <source>&lt;b&gt;Largest entries&lt;/b&gt;</source>
        <translation>&lt;b&gt;Größte Einträge&lt;/b&gt;</translation>
    </message>
    <message>
        <source>%1, step %2: norm %3</source>
        <translation>%1, Schritt %2: Norm %3</translation>
    </message>
</context>
<context>
    <name>lab::RecentFiles</name>
    <message>
        <source>No files yet</source>
        <translation>Noch keine Dateien</translation>
    </message>
    <message>
        <source>Forget these files</source>
        <translation>Liste leeren</translation>
    </message>
</context>
<context>
    <name>lab::RecipeDiagram</name>
    <message>
        <source>predictor: %1</source>
        <translation>Prädiktor: %1</translation>
    </message>
    <message>
        <source>predictor</source>
        <translation>Prädiktor</translation>
    </message>
    <message>
        <source>gradient flows</source>
        <translation>Gradient fließt</translation>
    </message>
    <message>
        <source>stop-gradient</source>
        <translation>Stop-Gradient</translation>
    </message>
    <message>
        <source>%1, α %2</source>
        <translation>%1, α %2</translation>
    </message>
    <message>
        <source>not in use</source>
        <translation>unbenutzt</translation>
    </message>
    <message>
        <source>Blocks of the method</source>
        <translation>Bausteine des Verfahrens</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No block is in use.</source>
        <translation>Kein Baustein ist in Gebrauch.</translation>
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
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>Alignment pair</source>
        <translation>Zweigpaar</translation>
    </message>
    <message>
        <source>Regulariser</source>
        <translation>Strafterm</translation>
    </message>
    <message>
        <source>Fisher
α %1</source>
        <translation>Fisher
α %1</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>%1
rate %2</source>
        <translation>%1
Rate %2</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Rückkehr</translation>
    </message>
    <message>
        <source>loss below
%1</source>
        <translation>Verlust unter
%1</translation>
    </message>
</context>
<context>
    <name>lab::RecipePicker</name>
    <message>
        <source>Methods</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>A batch passes six blocks; pale ones are not in use.</source>
        <translation>Ein Batch durchläuft sechs Bausteine; blasse sind unbenutzt.</translation>
    </message>
</context>
<context>
    <name>lab::RecipeSwitches</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>lab::RiverCanvas</name>
    <message>
        <source>Class river</source>
        <translation>Klassenfluss</translation>
    </message>
    <message>
        <source>%1: %2 % %3</source>
        <translation>%1: %2 % %3</translation>
    </message>
    <message>
        <source>true labels</source>
        <translation>wahre Labels</translation>
    </message>
    <message>
        <source>step 1</source>
        <translation>Schritt 1</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>Step %1, %2</source>
        <translation>Schritt %1, %2</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <translation>%1: %2 %</translation>
    </message>
    <message>
        <source>no labels</source>
        <translation>keine Labels</translation>
    </message>
</context>
<context>
    <name>lab::RunArchive</name>
    <message>
        <source>The run is not kept: %1 cannot be written: %2.</source>
        <translation>Der Lauf wird nicht aufbewahrt: %1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>The run is not kept: %1</source>
        <translation>Der Lauf wird nicht aufbewahrt: %1</translation>
    </message>
</context>
<context>
    <name>lab::RunJournal</name>
    <message>
        <source>The run is not kept against a crash: the folder %1 cannot be made.</source>
        <translation>Der Lauf ist nicht gegen einen Absturz gesichert: Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>The run is not kept against a crash: %1 cannot be written.</source>
        <translation>Der Lauf ist nicht gegen einen Absturz gesichert: %1 lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The run is no longer kept against a crash: %1 cannot be written: %2.</source>
        <translation>Der Lauf ist nicht mehr gegen einen Absturz gesichert: %1 lässt sich nicht schreiben: %2.</translation>
    </message>
</context>
<context>
    <name>lab::RunRecovery</name>
    <message>
        <source>d MMMM yyyy, hh:mm</source>
        <translation>d. MMMM yyyy, hh:mm</translation>
    </message>
    <message>
        <source>%1 records of the interrupted run are here. Save them from the File menu.</source>
        <translation>%1 Einträge des unterbrochenen Laufs sind da. Sie lassen sich im Menü Datei speichern.</translation>
    </message>
    <message>
        <source>The last run ended unexpectedly (%1): open what was recorded?</source>
        <translation>Der letzte Lauf endete unerwartet (%1): Das Aufgezeichnete öffnen?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>lab::RunsModel</name>
    <message>
        <source>%1, cut short</source>
        <translation>%1, abgebrochen</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>Genauigkeit (%)</translation>
    </message>
    <message>
        <source>Collapsed</source>
        <translation>Kollabiert</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>lab::RunsWindow</name>
    <message>
        <source>Only what differs</source>
        <translation>Nur, was sich unterscheidet</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Notiz…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Kept runs</source>
        <translation>Aufbewahrte Läufe</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Hide the columns in which all runs are alike</source>
        <translation>Die Spalten ausblenden, in denen alle Läufe gleich sind</translation>
    </message>
    <message>
        <source>To the bin</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>%1 files cannot be read: %2</source>
        <translation>%1 Dateien lassen sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>No run has been kept yet: every run that ends is.</source>
        <translation>Noch kein Lauf ist aufbewahrt: Jeder Lauf, der endet, wird es.</translation>
    </message>
    <message>
        <source>%1 cannot be moved to the bin.</source>
        <translation>%1 lässt sich nicht in den Papierkorb verschieben.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Tags and words for this run; runs with a note are never removed by themselves:</source>
        <translation>Schlagwörter und Worte zu diesem Lauf; Läufe mit einer Notiz werden nie von selbst entfernt:</translation>
    </message>
    <message>
        <source>Runs: %1</source>
        <translation>Läufe: %1</translation>
    </message>
    <message>
        <source>Runs: %1 of %2</source>
        <translation>Läufe: %1 von %2</translation>
    </message>
</context>
<context>
    <name>lab::SampleCard</name>
    <message>
        <source>Selected image</source>
        <translation>Gewähltes Bild</translation>
    </message>
    <message>
        <source>Click an image to see its probabilities and its history.</source>
        <translation>Ein Bild anklicken, um Wahrscheinlichkeiten und Verlauf zu sehen.</translation>
    </message>
    <message>
        <source>Image %1, true label %2</source>
        <translation>Bild %1, wahres Label %2</translation>
    </message>
    <message>
        <source>%1: %2 with probability %3</source>
        <translation>%1: %2 mit Wahrscheinlichkeit %3</translation>
    </message>
    <message>
        <source>true label</source>
        <translation>wahres Label</translation>
    </message>
    <message>
        <source>image %1 of the data</source>
        <translation>Bild %1 der Daten</translation>
    </message>
    <message>
        <source>at step %1</source>
        <translation>bei Schritt %1</translation>
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
        <translation>Bisher einmal gesehen</translation>
    </message>
    <message>
        <source>Seen at %1 steps</source>
        <translation>In %1 Schritten gesehen</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>kein Label</translation>
    </message>
</context>
<context>
    <name>lab::ScenarioField</name>
    <message>
        <source>Imbalance</source>
        <translation>Ungleichgew.</translation>
    </message>
    <message>
        <source>Imbalance ratio of the label shift: 1 is uniform, 500000 one class after the other; SAR, ICLR 2023</source>
        <translation>Ungleichgewicht der Label-Verschiebung: 1 ist gleichmäßig, 500000 eine Klasse nach der anderen; SAR, ICLR 2023</translation>
    </message>
    <message>
        <source>Noise batches</source>
        <translation>Rausch-Batches</translation>
    </message>
    <message>
        <source>Batches of pure Gaussian noise before the stream; they are not scored</source>
        <translation>Batches aus reinem Gauß-Rauschen vor dem Strom; sie werden nicht gewertet</translation>
    </message>
    <message>
        <source>wrong at top 1</source>
        <translation>falsch bei Top 1</translation>
    </message>
    <message>
        <source>wrong at top 5</source>
        <translation>falsch bei Top 5</translation>
    </message>
    <message>
        <source>Blind spot</source>
        <translation>Blinder Fleck</translation>
    </message>
    <message>
        <source>Adapt on images whose true label is not the model&apos;s first answer, or not among its first five</source>
        <translation>Adaption an Bildern, deren wahres Label nicht die erste Antwort des Modells ist oder nicht unter den ersten fünf</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Corruption, severity and number of images of each segment</source>
        <translation>Störung, Stärke und Bilderzahl jedes Abschnitts</translation>
    </message>
    <message>
        <source>Schedule…</source>
        <translation>Ablauf…</translation>
    </message>
    <message>
        <source>Schedule… (%1)</source>
        <translation>Ablauf… (%1)</translation>
    </message>
    <message>
        <source>Adapt on</source>
        <translation>Adaption an</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Abschnitte</translation>
    </message>
</context>
<context>
    <name>lab::ScheduleDialog</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>The stream runs through these segments from top to bottom. A grey mark on every chart shows where one begins.</source>
        <translation>Der Strom läuft von oben nach unten durch diese Abschnitte. Eine graue Marke in jedem Diagramm zeigt, wo einer beginnt.</translation>
    </message>
    <message>
        <source>Corruption</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Segments of the stream</source>
        <translation>Abschnitte des Stroms</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>%1 images in all</source>
        <translation>%1 Bilder insgesamt</translation>
    </message>
</context>
<context>
    <name>lab::SetupPanel</name>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>A ready experiment: set-up and lanes</source>
        <translation>Ein fertiges Experiment: Einrichtung und Spuren</translation>
    </message>
    <message>
        <source>own set-up</source>
        <translation>eigene Einrichtung</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>The images that stream past</source>
        <translation>Die Bilder des Stroms</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The classifier that every lane starts from</source>
        <translation>Der Klassifikator, mit dem jede Spur beginnt</translation>
    </message>
    <message>
        <source>Corruption</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>What is done to the images; Hendrycks and Dietterich, ICLR 2019</source>
        <translation>Was mit den Bildern geschieht; Hendrycks und Dietterich, ICLR 2019</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Strength of the corruption, 1 (weak) to 5 (strong)</source>
        <translation>Stärke der Störung, 1 (schwach) bis 5 (stark)</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Which image comes when</source>
        <translation>Welches Bild wann kommt</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Images per step</source>
        <translation>Bilder je Schritt</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Length of the stream in images</source>
        <translation>Länge des Stroms in Bildern</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed gives the same stream and the same numbers</source>
        <translation>Gleicher Startwert (Seed), gleicher Strom, gleiche Zahlen</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Where the arithmetic runs</source>
        <translation>Wo gerechnet wird</translation>
    </message>
    <message>
        <source>Changes apply at the next Run or Restart.</source>
        <translation>Änderungen gelten ab dem nächsten Lauf.</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>Get the data…</source>
        <translation>Daten beschaffen…</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>%1 (not here)</source>
        <translation>%1 (nicht hier)</translation>
    </message>
    <message>
        <source>These images were not found. &quot;Choose the folder…&quot; above takes the folder that holds them; or choose other data.</source>
        <translation>Diese Bilder wurden nicht gefunden. „Ordner wählen…“ oben nimmt den Ordner, in dem sie liegen; oder wählen Sie andere Daten.</translation>
    </message>
    <message>
        <source>These images are not on this machine. &quot;Get the data…&quot; above downloads them or takes a folder that holds them; or choose other data.</source>
        <translation>Diese Bilder sind nicht auf diesem Rechner. „Daten beschaffen…“ oben lädt sie herunter oder nimmt einen Ordner, in dem sie liegen; oder wählen Sie andere Daten.</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Einzelheiten…</translation>
    </message>
    <message>
        <source>Card…</source>
        <translation>Karte…</translation>
    </message>
</context>
<context>
    <name>lab::StatusStrip</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>Was als Nächstes</translation>
    </message>
    <message>
        <source>Device, speed, step and time left</source>
        <translation>Gerät, Tempo, Schritt und Restzeit</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 Bilder/s</translation>
    </message>
    <message>
        <source>step %1 / %2</source>
        <translation>Schritt %1 / %2</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
</context>
<context>
    <name>lab::StepDiagram</name>
    <message>
        <source>Diagram of one step</source>
        <translation>Diagramm eines Schritts</translation>
    </message>
    <message>
        <source>images x</source>
        <translation>Bilder x</translation>
    </message>
    <message>
        <source>encoder f</source>
        <translation>Encoder f</translation>
    </message>
    <message>
        <source>norm layers</source>
        <translation>Normierung</translation>
    </message>
    <message>
        <source>features z</source>
        <translation>Merkmale z</translation>
    </message>
    <message>
        <source>‖z‖ %1</source>
        <translation>‖z‖ %1</translation>
    </message>
    <message>
        <source>predictor h</source>
        <translation>Prädiktor h</translation>
    </message>
    <message>
        <source>no predictor</source>
        <translation>kein Prädiktor</translation>
    </message>
    <message>
        <source>online pₒ</source>
        <translation>online pₒ</translation>
    </message>
    <message>
        <source>as target</source>
        <translation>wie Ziel</translation>
    </message>
    <message>
        <source>H %1</source>
        <translation>H %1</translation>
    </message>
    <message>
        <source>target pᵣ</source>
        <translation>Ziel pᵣ</translation>
    </message>
    <message>
        <source>‖u‖ %1</source>
        <translation>‖u‖ %1</translation>
    </message>
    <message>
        <source>loss L</source>
        <translation>Verlust L</translation>
    </message>
    <message>
        <source>α·D = %1 · %2
= %3</source>
        <translation>α·D = %1 · %2
= %3</translation>
    </message>
    <message>
        <source>✕ stop-gradient</source>
        <translation>✕ Stop-Gradient</translation>
    </message>
    <message>
        <source>gradient flows here too</source>
        <translation>auch hier fließt Gradient</translation>
    </message>
    <message>
        <source>moved by %1</source>
        <translation>bewegt um %1</translation>
    </message>
    <message>
        <source>‖θₕ − I‖ %1 → %2</source>
        <translation>‖θₕ − I‖ %1 → %2</translation>
    </message>
    <message>
        <source>%1 of %2 kept</source>
        <translation>%1 von %2 zählen</translation>
    </message>
</context>
<context>
    <name>lab::StepView</name>
    <message>
        <source>One step in slow motion</source>
        <translation>Ein Schritt in Zeitlupe</translation>
    </message>
    <message>
        <source>Forward, two branches, loss, backward, update: with the numbers of the step that is shown.</source>
        <translation>Vorwärts, zwei Zweige, Verlust, rückwärts, Update: mit den Zahlen des gezeigten Schritts.</translation>
    </message>
    <message>
        <source>Play the phases</source>
        <translation>Phasen abspielen</translation>
    </message>
    <message>
        <source>What happens in this phase</source>
        <translation>Was in dieser Phase geschieht</translation>
    </message>
    <message>
        <source>This lane took no step %1.</source>
        <translation>Diese Spur machte keinen Schritt %1.</translation>
    </message>
</context>
<context>
    <name>lab::StudyResults</name>
    <message>
        <source>Accuracy in percent, mean and standard deviation over seeds</source>
        <translation>Genauigkeit in Prozent, Mittel und Standardabweichung über Startwerte</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>lab::StudySession</name>
    <message>
        <source>The folder %1 cannot be made: choose another.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen: einen anderen wählen.</translation>
    </message>
</context>
<context>
    <name>lab::StudyWindow</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Open results…</source>
        <translation>Ergebnisse öffnen…</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Figures and tables</source>
        <translation>Abbildungen und Tabellen</translation>
    </message>
    <message>
        <source>Folder for the results</source>
        <translation>Ordner für die Ergebnisse</translation>
    </message>
    <message>
        <source>Open results</source>
        <translation>Ergebnisse öffnen</translation>
    </message>
    <message>
        <source>The table and the charts appear here when the study is done.</source>
        <translation>Tabelle und Diagramme erscheinen hier, wenn die Studie fertig ist.</translation>
    </message>
    <message>
        <source>Reading data and model…</source>
        <translation>Daten und Modell werden gelesen…</translation>
    </message>
    <message>
        <source>%1 of %2 runs done%3</source>
        <translation>%1 von %2 Läufen fertig%3</translation>
    </message>
    <message>
        <source>Done. Table, records and charts are in %1.</source>
        <translation>Fertig. Tabelle, Aufzeichnungen und Diagramme sind in %1.</translation>
    </message>
    <message>
        <source>Cancelled. Finished runs are kept: Run goes on from there.</source>
        <translation>Abgebrochen. Fertige Läufe bleiben: Lauf setzt dort fort.</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>nur %1</translation>
    </message>
    <message>
        <source>Data, model and device are those of the set-up: %1.</source>
        <translation>Daten, Modell und Gerät sind die der Einrichtung: %1.</translation>
    </message>
    <message>
        <source>Cancelling: the runs under way are finished and kept…</source>
        <translation>Wird abgebrochen: Laufende Läufe werden beendet und behalten…</translation>
    </message>
    <message>
        <source>%1 holds no results of a figure or table.</source>
        <translation>%1 enthält keine Ergebnisse einer Abbildung oder Tabelle.</translation>
    </message>
    <message>
        <source>One result in this folder.</source>
        <translation>Ein Ergebnis in diesem Ordner.</translation>
    </message>
    <message>
        <source>%1 results in this folder.</source>
        <translation>%1 Ergebnisse in diesem Ordner.</translation>
    </message>
    <message>
        <source>Published: %1</source>
        <translation>Veröffentlicht: %1</translation>
    </message>
    <message>
        <source>No results in this folder yet: press Run.</source>
        <translation>Noch keine Ergebnisse in diesem Ordner: Lauf starten.</translation>
    </message>
    <message>
        <source>Figures and tables of the paper</source>
        <translation>Abbildungen und Tabellen der Veröffentlichung</translation>
    </message>
    <message>
        <source>Number of seeds; mean and standard deviation are over these</source>
        <translation>Zahl der Startwerte (Seeds); Mittel und Standardabweichung gelten über sie</translation>
    </message>
    <message>
        <source>Images per run</source>
        <translation>Bilder je Lauf</translation>
    </message>
    <message>
        <source>those of the study</source>
        <translation>die der Studie</translation>
    </message>
    <message>
        <source>For tables by corruption: all of them, or only that of the set-up</source>
        <translation>Für Tabellen nach Störung: alle oder nur die der Einrichtung</translation>
    </message>
    <message>
        <source>Cancel ends the study after the runs under way; finished runs are kept, and Run goes on from there.</source>
        <translation>Abbrechen beendet die Studie nach den laufenden Läufen; fertige Läufe bleiben, und Lauf setzt dort fort.</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Startwerte</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Corruptions</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>lab::TimeBar</name>
    <message>
        <source>Play the recording</source>
        <translation>Aufzeichnung abspielen</translation>
    </message>
    <message>
        <source>Play the recording from the step that is shown</source>
        <translation>Die Aufzeichnung ab dem gezeigten Schritt abspielen</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Einen Schritt zurück</translation>
    </message>
    <message>
        <source>One step back (Left on the time line)</source>
        <translation>Einen Schritt zurück (Links auf der Zeitleiste)</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>Einen Schritt vor</translation>
    </message>
    <message>
        <source>One step forward (Right on the time line)</source>
        <translation>Einen Schritt vor (Rechts auf der Zeitleiste)</translation>
    </message>
    <message>
        <source>Follow the run</source>
        <translation>Dem Lauf folgen</translation>
    </message>
    <message>
        <source>Show the newest step and follow the run</source>
        <translation>Den neuesten Schritt zeigen und dem Lauf folgen</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Speed of playing</source>
        <translation>Tempo des Abspielens</translation>
    </message>
    <message>
        <source>1× plays %1 steps a second</source>
        <translation>1× spielt %1 Schritte je Sekunde</translation>
    </message>
    <message>
        <source>Step that is shown</source>
        <translation>Gezeigter Schritt</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>no steps</source>
        <translation>keine Schritte</translation>
    </message>
    <message>
        <source>Fork…</source>
        <translation>Verzweigen…</translation>
    </message>
    <message>
        <source>Fork a lane from the step that is shown</source>
        <translation>Eine Spur ab dem gezeigten Schritt verzweigen</translation>
    </message>
</context>
<context>
    <name>lab::TimeChart</name>
    <message>
        <source>From step %1 on: %2</source>
        <translation>Ab Schritt %1: %2</translation>
    </message>
    <message>
        <source>%1: %2%3</source>
        <translation>%1: %2%3</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
</context>
<context>
    <name>lab::TimeLine</name>
    <message>
        <source>Time line of the run</source>
        <translation>Zeitleiste des Laufs</translation>
    </message>
    <message>
        <source>No steps yet.</source>
        <translation>Noch keine Schritte.</translation>
    </message>
    <message>
        <source>Step %1 of %2 is shown.</source>
        <translation>Schritt %1 von %2 wird gezeigt.</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>From step %1 on: %2</source>
        <translation>Ab Schritt %1: %2</translation>
    </message>
</context>
<context>
    <name>lab::ToyCanvas</name>
    <message>
        <source>Planes of Tent and ZeroSiam</source>
        <translation>Ebenen von Tent und ZeroSiam</translation>
    </message>
    <message>
        <source>%1 % right</source>
        <translation>%1 % richtig</translation>
    </message>
    <message>
        <source>Tent&apos;s pull</source>
        <translation>Zug von Tent</translation>
    </message>
    <message>
        <source>ZeroSiam&apos;s pull</source>
        <translation>Zug von ZeroSiam</translation>
    </message>
    <message>
        <source>Shape: the true class. Arrow: where a loss pulls the point&apos;s features, −∂L/∂z; ZeroSiam&apos;s plane has Tent&apos;s beside its own.</source>
        <translation>Form: die wahre Klasse. Pfeil: wohin ein Verlust die Merkmale des Punkts zieht, −∂L/∂z; die Ebene von ZeroSiam hat den von Tent neben dem eigenen.</translation>
    </message>
    <message>
        <source>Drag a point, or choose one with Page Up and Page Down and move it with the arrow keys (Shift: little by little).</source>
        <translation>Einen Punkt ziehen oder mit Bild auf und Bild ab wählen und mit den Pfeiltasten bewegen (Umschalt: in kleinen Schritten).</translation>
    </message>
    <message>
        <source>class %1 at (%2, %3)
prediction: %4, %5 %
pull on its features ‖∂L/∂z‖: Tent %6, ZeroSiam %7</source>
        <translation>Klasse %1 bei (%2, %3)
Vorhersage: %4, %5 %
Zug an seinen Merkmalen ‖∂L/∂z‖: Tent %6, ZeroSiam %7</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>; point %1 of %2, class %3, at (%4, %5)</source>
        <translation>; Punkt %1 von %2, Klasse %3, bei (%4, %5)</translation>
    </message>
</context>
<context>
    <name>lab::ToyControls</name>
    <message>
        <source>predictor</source>
        <translation>Prädiktor</translation>
    </message>
    <message>
        <source>stop-gradient</source>
        <translation>Stop-Gradient</translation>
    </message>
    <message>
        <source>ZeroSiam&apos;s h(z) = P z, the identity at the start. Without it both branches are one.</source>
        <translation>h(z) = P z von ZeroSiam, am Anfang die Einheitsmatrix. Ohne ihn sind beide Zweige eins.</translation>
    </message>
    <message>
        <source>D(p_o ‖ sg[p_r]): the branch without a predictor is a fixed target. ZeroSiam, arXiv 2509.23183.</source>
        <translation>D(p_o ‖ sg[p_r]): Der Zweig ohne Prädiktor ist ein festes Ziel. ZeroSiam, arXiv 2509.23183.</translation>
    </message>
    <message>
        <source>Alignment α</source>
        <translation>Angleichung α</translation>
    </message>
    <message>
        <source>α in L = H(p_o) + α · D(p_o ‖ sg[p_r]).</source>
        <translation>α in L = H(p_o) + α · D(p_o ‖ sg[p_r]).</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Learning rate of the features&apos; scale and offset, Tent&apos;s and ZeroSiam&apos;s.</source>
        <translation>Lernrate für Skala und Verschiebung der Merkmale, bei Tent und bei ZeroSiam.</translation>
    </message>
    <message>
        <source>Predictor rate</source>
        <translation>Prädiktor-Rate</translation>
    </message>
    <message>
        <source>Learning rate of the predictor P.</source>
        <translation>Lernrate des Prädiktors P.</translation>
    </message>
    <message>
        <source>Imbalance</source>
        <translation>Ungleichgew.</translation>
    </message>
    <message>
        <source>How much more often the class whose turn it is comes than each other one: 1 is shuffled, 500000 one class after the other.</source>
        <translation>Wie viel öfter die Klasse kommt, die an der Reihe ist, als jede andere: 1 ist gemischt, 500000 eine Klasse nach der anderen.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Seed of the toy world</source>
        <translation>Startwert der Spielwelt</translation>
    </message>
    <message>
        <source>Another seed draws other points of the same classes and begins anew.</source>
        <translation>Ein anderer Startwert zieht andere Punkte derselben Klassen und beginnt neu.</translation>
    </message>
</context>
<context>
    <name>lab::ToyCurves</name>
    <message>
        <source>Accuracy and length of the features over the steps</source>
        <translation>Genauigkeit und Länge der Merkmale über die Schritte</translation>
    </message>
    <message>
        <source>%1: %2 %, length %3</source>
        <translation>%1: %2 %, Länge %3</translation>
    </message>
    <message>
        <source>Accuracy, balanced data (%)</source>
        <translation>Genauigkeit, ausgewogene Daten (%)</translation>
    </message>
    <message>
        <source>Length of features ‖z‖</source>
        <translation>Länge der Merkmale ‖z‖</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>after step %1</source>
        <translation>nach Schritt %1</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <translation>%1: %2 %</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>lab::ToyNumbers</name>
    <message>
        <source>Right in the stream (%)</source>
        <translation>Richtig im Strom (%)</translation>
    </message>
    <message>
        <source>Right of balanced data (%)</source>
        <translation>Richtig bei ausgewogenen Daten (%)</translation>
    </message>
    <message>
        <source>Top class of balanced data (%)</source>
        <translation>Häufigste Klasse bei ausgewogenen Daten (%)</translation>
    </message>
    <message>
        <source>Length of features ‖z‖</source>
        <translation>Länge der Merkmale ‖z‖</translation>
    </message>
    <message>
        <source>Logit norm ‖u‖</source>
        <translation>Logit-Norm ‖u‖</translation>
    </message>
    <message>
        <source>Predictor ‖P − I‖</source>
        <translation>Prädiktor ‖P − I‖</translation>
    </message>
    <message>
        <source>Predictions so far, each made before the update of its batch.</source>
        <translation>Vorhersagen bisher, jede vor dem Update ihres Batches.</translation>
    </message>
    <message>
        <source>3,000 points, as many of each class; the stream does not hold them.</source>
        <translation>3.000 Punkte, von jeder Klasse gleich viele; der Strom enthält sie nicht.</translation>
    </message>
    <message>
        <source>Share of the class that is predicted most; a third would be right.</source>
        <translation>Anteil der am häufigsten vorhergesagten Klasse; ein Drittel wäre richtig.</translation>
    </message>
    <message>
        <source>Mean over the balanced data of the Euclidean length of z, in no unit.</source>
        <translation>Mittel der euklidischen Länge von z über die ausgewogenen Daten, ohne Einheit.</translation>
    </message>
    <message>
        <source>Mean over the balanced data of the Euclidean length of the logits W z.</source>
        <translation>Mittel der euklidischen Länge der Logits W z über die ausgewogenen Daten.</translation>
    </message>
    <message>
        <source>Frobenius norm: how far the predictor is from the identity.</source>
        <translation>Frobenius-Norm: wie weit der Prädiktor von der Einheitsmatrix entfernt ist.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>lab::ToyPage</name>
    <message>
        <source>Why it collapses</source>
        <translation>Warum es kollabiert</translation>
    </message>
    <message>
        <source>Colour: predicted class. While one class after the other passes, watch whether a plane turns to one colour.</source>
        <translation>Farbe: vorhergesagte Klasse. Während eine Klasse nach der anderen vorbeizieht, darauf achten, ob eine Ebene einfarbig wird.</translation>
    </message>
    <message>
        <source>Step of the toy world</source>
        <translation>Schritt der Spielwelt</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Step by step, at most %1 a second</source>
        <translation>Schritt für Schritt, höchstens %1 je Sekunde</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Both worlds learn from the batch that is shown</source>
        <translation>Beide Welten lernen aus dem gezeigten Batch</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Both worlds as training left them, the stream at its beginning</source>
        <translation>Beide Welten, wie das Training sie hinterließ, der Strom an seinem Anfang</translation>
    </message>
    <message>
        <source>What is seen</source>
        <translation>Was zu sehen ist</translation>
    </message>
    <message>
        <source>%1, toy world</source>
        <translation>%1, Spielwelt</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>step %1 / %2</source>
        <translation>Schritt %1 / %2</translation>
    </message>
</context>
<context>
    <name>lab::TransportBar</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>step %1 / %2</source>
        <translation>Schritt %1 / %2</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht begonnen</translation>
    </message>
</context>
<context>
    <name>lab::ViewController</name>
    <message>
        <source>The images of step %1 are not recorded.</source>
        <translation>Die Bilder von Schritt %1 sind nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Press Run to draw this chart.</source>
        <translation>Lauf starten, um dieses Diagramm zu zeichnen.</translation>
    </message>
    <message>
        <source>No values yet.</source>
        <translation>Noch keine Werte.</translation>
    </message>
    <message>
        <source>Press Run: this page fills with the first step.</source>
        <translation>Lauf starten: Diese Seite füllt sich mit dem ersten Schritt.</translation>
    </message>
    <message>
        <source>The images of the current batch appear here, with what each lane takes them for.</source>
        <translation>Hier erscheinen die Bilder des Batches mit dem, wofür jede Spur sie hält.</translation>
    </message>
</context>
<context>
    <name>lab::ViewDeck</name>
    <message>
        <source>Views of the run</source>
        <translation>Ansichten des Laufs</translation>
    </message>
</context>
<context>
    <name>lab::ViewPage</name>
    <message>
        <source>Lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>The lane that is shown</source>
        <translation>Die gezeigte Spur</translation>
    </message>
    <message>
        <source>The details of this run begin with the next step.</source>
        <translation>Die Einzelheiten dieses Laufs beginnen mit dem nächsten Schritt.</translation>
    </message>
    <message>
        <source>Details are switched off. Switch on View → Details of steps; they are recorded from the next step on.</source>
        <translation>Einzelheiten sind ausgeschaltet. Ansicht → Einzelheiten der Schritte einschalten; sie werden ab dem nächsten Schritt aufgezeichnet.</translation>
    </message>
    <message>
        <source>Step %1 has no details: they were off then, or made room for newer ones. Step %2 has some.</source>
        <translation>Schritt %1 hat keine Einzelheiten: Sie waren aus oder mussten neueren weichen. Schritt %2 hat welche.</translation>
    </message>
</context>
<context>
    <name>lab::WhyView</name>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Show step %1</source>
        <translation>Schritt %1 zeigen</translation>
    </message>
    <message>
        <source>Go to the step at which the class took over</source>
        <translation>Zum Schritt gehen, bei dem die Klasse überhandnahm</translation>
    </message>
    <message>
        <source>Go to the step at which the detector flagged the lane</source>
        <translation>Zum Schritt gehen, bei dem der Detektor die Spur markierte</translation>
    </message>
    <message>
        <source>What the recording shows of each lane up to the step in view, or up to its collapse.</source>
        <translation>Was die Aufzeichnung von jeder Spur zeigt, bis zum gezeigten Schritt oder bis zu ihrem Kollaps.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Watch test-time adaptation collapse, and see what prevents it.</source>
        <translation>Zusehen, wie Testzeit-Adaption kollabiert, und was dagegen hilft.</translation>
    </message>
    <message>
        <source>An experiment (.collapselab, .json) or a share link to open.</source>
        <translation>Ein Experiment (.collapselab, .json) oder ein Teilen-Link zum Öffnen.</translation>
    </message>
    <message>
        <source>Expected one file to open, found %1.</source>
        <translation>Erwartet wird eine Datei zum Öffnen, gefunden: %1.</translation>
    </message>
    <message>
        <source>--%1: expected a path, found an empty text.</source>
        <translation>--%1: erwartet wird ein Pfad, gefunden wurde ein leerer Text.</translation>
    </message>
    <message>
        <source>--frame-times: has no effect without --demo.</source>
        <translation>--frame-times: hat ohne --demo keine Wirkung.</translation>
    </message>
</context>
</TS>
