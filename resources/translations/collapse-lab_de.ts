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
            <translation type="unfinished" />
        </message>
        <message>
            <source>Collapse Lab %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Watch test-time adaptation collapse, and see what prevents it. ZeroSiam: arXiv 2509.23183.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <source>Tab walks through set-up, lanes and transport; arrow keys move a slider.</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>15 corruptions, severity %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>schedule of %1 segments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no corruption</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, severity %2</source>
            <translation>%1, Stärke %2</translation>
        </message>
        <message>
            <source>%1: evaluated only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: norm rate %2, momentum %3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>; predictor %1, rate %2; α %3, %4, stop-gradient %5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>on</source>
            <translation>an</translation>
        </message>
        <message>
            <source>off</source>
            <translation>aus</translation>
        </message>
        <message>
            <source>%1, %2 images in batches of %3; %4; %5.</source>
            <translation>%1, %2 Bilder in Stapeln zu %3; %4; %5.</translation>
        </message>
        <message>
            <source>%1; seed %2 (one seed); %3; Collapse Lab %4.</source>
            <translation>%1; Startwert %2 (ein einziger); %3; Collapse Lab %4.</translation>
        </message>
        <message>
            <source>The run ends at step %1 of %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>has collapsed</source>
            <translation>ist kollabiert</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>step %1: %2</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Figure</name>
        <message>
            <source>step</source>
            <translation>Schr.</translation>
        </message>
        <message>
            <source>Accuracy, last 10 batches (%)</source>
            <translation>Genauigkeit, letzte 10 Stapel (%)</translation>
        </message>
        <message>
            <source>Falls towards chance when a lane collapses.</source>
            <translation>Fällt bei einem Kollaps auf das Niveau des Ratens.</translation>
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
            <source>Predictor distance ‖θₕ − I‖ (Frobenius)</source>
            <translation>Abstand des Prädiktors ‖θₕ − I‖ (Frobenius)</translation>
        </message>
        <message>
            <source>How much of the pressure the predictor has taken up.</source>
            <translation>Wie viel vom Druck der Prädiktor aufgenommen hat.</translation>
        </message>
        <message>
            <source>Class dominance, last 200 (share)</source>
            <translation>Klassendominanz, letzte 200 (Anteil)</translation>
        </message>
        <message>
            <source>Reaches 1 when one class is the answer to everything.</source>
            <translation>Erreicht 1, wenn eine Klasse die Antwort auf alles ist.</translation>
        </message>
        <message>
            <source>Accuracy, so far (%)</source>
            <translation>Genauigkeit bisher (%)</translation>
        </message>
        <message>
            <source>The number that papers report: the mean over all images so far.</source>
            <translation>Die Zahl der Veröffentlichungen: Mittel über alle Bilder bisher.</translation>
        </message>
        <message>
            <source>Centre dominance (ratio)</source>
            <translation>Zentrumsdominanz (Verhältnis)</translation>
        </message>
        <message>
            <source>Reaches 1 when all logits point the same way.</source>
            <translation>Erreicht 1, wenn alle Logits in eine Richtung zeigen.</translation>
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
            <source>Loss</source>
            <translation>Verlust</translation>
        </message>
        <message>
            <source>What the lane minimises; lanes with other losses do not compare.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>has collapsed</source>
            <translation>ist kollabiert</translation>
        </message>
        <message>
            <source>%1: %2 (step %3)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: expected a name that ends in .png, .svg or .pdf.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 cannot be written: %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Marks: %1.</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>logit norm, last 5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>top class, share</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>centre dominance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>predictor distance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>collapsed at step</source>
            <translation>kollabiert bei Schritt</translation>
        </message>
    </context>
    <context>
        <name>FrameClock</name>
        <message>
            <source>frame times: no frame was painted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>frame times: %1 frames, p50 %2 ms, p99 %3 ms, max %4 ms</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LaneRates</name>
        <message>
            <source>%1: rates and frozen layers now suit the model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: rates scaled for batch size 1, as published.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: rates back to the defaults for larger batches.</source>
            <translation type="unfinished" />
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
        <name>Recipe</name>
        <message>
            <source>all samples</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>confident</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>confident and new</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>confident by shape</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>entropy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>COME</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pseudo-label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>soft likelihood ratio</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>negative squared</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SAM, sharpness-aware</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SGD</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>never</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at each change of corruption</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>before every batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>flag it and go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stop the lane</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reset the lane</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>symmetric KL</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>KL</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reverse KL</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Jensen-Shannon</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mean squared</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>adaptation on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>adaptation off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>selection %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>objective %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>predictor %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stop-gradient on</source>
            <translation>Stop-Gradient an</translation>
        </message>
        <message>
            <source>stop-gradient off</source>
            <translation>Stop-Gradient aus</translation>
        </message>
        <message>
            <source>divergence %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>optimiser %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>recovery on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>recovery off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no layer frozen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>frozen layers %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reference quirks on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reference quirks off</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>Conditions</source>
            <translation>Bedingungen</translation>
        </message>
        <message>
            <source>What is left at the end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Accuracy: predictions before the update of their batch. Last fifth: of the images, by whole batches. Top class: the most predicted class among the last 1,000 predictions. Predictor distance: ‖θ_h − I‖_F after the last step.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Charts</source>
            <translation>Diagramme</translation>
        </message>
        <message>
            <source>Four charts over the steps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What happened when</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The experiment, to load again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save these lines as experiment.json and open the file in Collapse Lab.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Or copy this line and choose File, Paste share link.</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
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
            <translation>Stapel</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Startwert</translation>
        </message>
        <message>
            <source>Batches of noise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Predictor</source>
            <translation>Prädiktor</translation>
        </message>
        <message>
            <source>Stop-gradient</source>
            <translation>Stop-Gradient</translation>
        </message>
        <message>
            <source>Alignment α</source>
            <translation>Angleichung α</translation>
        </message>
        <message>
            <source>Divergence</source>
            <translation>Divergenz</translation>
        </message>
        <message>
            <source>Norm rate</source>
            <translation>Rate Norm</translation>
        </message>
        <message>
            <source>Predictor rate</source>
            <translation>Rate Prädiktor</translation>
        </message>
        <message>
            <source>Momentum</source>
            <translation>Impuls</translation>
        </message>
        <message>
            <source>Set-up</source>
            <translation>Einrichtung</translation>
        </message>
    </context>
    <context>
        <name>StateWords</name>
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
            <translation>Daten und Modell werden gelesen; gleich kommt der erste Stapel.</translation>
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
            <translation>Nach Schritt %1. Lauf setzt fort, Ein Schritt rechnet einen Stapel.</translation>
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
            <translation>%1 nennt jetzt für alles dieselbe Klasse. Setzen Sie den Prädiktor auf linear und beginnen Sie neu: Zerbricht es am selben Strom noch?</translation>
        </message>
        <message>
            <source>Press Run. Tent should end up answering one class for everything; ZeroSiam should not. Watch class dominance rise before accuracy falls.</source>
            <translation>Starten Sie den Lauf. Tent sollte am Ende für alles dieselbe Klasse nennen, ZeroSiam nicht. Die Klassendominanz steigt, bevor die Genauigkeit fällt.</translation>
        </message>
        <message>
            <source>Next, turn off ZeroSiam's stop-gradient and watch its class dominance. A mark on every chart shows when.</source>
            <translation>Schalten Sie nun den Stop-Gradient von ZeroSiam aus und achten Sie auf die Klassendominanz. Eine Marke zeigt, wann.</translation>
        </message>
        <message>
            <source>Turn off ZeroSiam's stop-gradient, then Restart. Data and seed are the same, so any difference comes from your switch.</source>
            <translation>Schalten Sie den Stop-Gradient von ZeroSiam aus und beginnen Sie neu. Daten und Startwert bleiben gleich: Jeder Unterschied kommt von Ihrem Schalter.</translation>
        </message>
        <message>
            <source>Open the File menu for a saved experiment, or choose a preset above.</source>
            <translation>Öffnen Sie ein gespeichertes Experiment oder wählen Sie oben eine Vorlage.</translation>
        </message>
    </context>
    <context>
        <name>StepStory</name>
        <message>
            <source>The encoder turns %1 images into features z.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> Their mean length ‖z‖ is %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> The head makes logits of them, of mean length ‖u‖ %1; these are scored, before anything is learned: %2 % right.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This lane only predicts: it has no second branch.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no predictor, so both branches are one: the prediction that is scored is the one that is learned from.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The online branch passes the features through the predictor (%1), the target branch does not. %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The stop-gradient keeps the target from being pulled along.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The stop-gradient is off: the target can be pulled along.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is minimised.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No image was reliable enough to learn from: there is no loss, and no step.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 of %2 images count. </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The loss is the objective alone: H = %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>L = H + α·D = %1 + %2 · %3 = %4.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing to send back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The gradient of the loss runs back %1 to the scales and shifts of the norm layers; all other weights stay as they are. It took %2 ms.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>through head and encoder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>through the online branch alone, to the predictor and</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>through both branches, to the predictor and</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The weights stay as they were.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The norm layers move by %1 (rate %2).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The norm layers move (rate %1).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> The predictor's distance from the identity goes from %1 to %2 (rate %3).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1  Forward</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>2  Two branches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>3  Loss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>4  Backward</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>5  Update</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StudyReport</name>
        <message>
            <source>Chart</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Summary</name>
        <message>
            <source>%1; %2; %3</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::ChartBoard</name>
        <message>
            <source> %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>true labels</source>
            <translation>wahre Labels</translation>
        </message>
        <message>
            <source>Accuracy, last 10 batches (%)</source>
            <translation>Genauigkeit, letzte 10 Stapel (%)</translation>
        </message>
        <message>
            <source>last 10 batches</source>
            <translation>letzte 10 Stapel</translation>
        </message>
        <message>
            <source>Falls towards chance when a lane collapses.</source>
            <translation>Fällt bei einem Kollaps auf das Niveau des Ratens.</translation>
        </message>
        <message>
            <source>Share of right answers before each update, over the images of the last 10 batches.</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>Predictor distance ‖θₕ − I‖ (Frobenius)</source>
            <translation>Abstand des Prädiktors ‖θₕ − I‖ (Frobenius)</translation>
        </message>
        <message>
            <source>How much of the pressure the predictor has taken up.</source>
            <translation>Wie viel vom Druck der Prädiktor aufgenommen hat.</translation>
        </message>
        <message>
            <source>‖θ_h − I‖_F after the update, 0 without a linear predictor; ZeroSiam, arXiv 2509.23183.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Class dominance, last 200 (share)</source>
            <translation>Klassendominanz, letzte 200 (Anteil)</translation>
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
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::ChartGrid</name>
        <message>
            <source>%1 has collapsed</source>
            <translation>%1 ist kollabiert</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::ChartLegend</name>
        <message>
            <source>Legend: %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::ChartTile</name>
        <message>
            <source>Which measure this chart shows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measure of the chart</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::ClassRiver</name>
        <message>
            <source>Predicted classes over time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each class is as thick as its share of the answers. In a collapse one class floods its lane while the true labels flow on.</source>
            <translation type="unfinished" />
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
            <translation>Was möchten Sie tun?</translation>
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
            <source>%1    %2</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::CommandRegistry</name>
        <message>
            <source>%1 (%2)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::ConfusionCanvas</name>
        <message>
            <source>Confusion matrices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: %2 % right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, %2 % right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, no labels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 calls %2 of %3 images of %4 %5</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>last 10 batches</source>
            <translation>letzte 10 Stapel</translation>
        </message>
        <message>
            <source>last 100 batches</source>
            <translation type="unfinished">letzte 10 Stapel {100 ?}</translation>
        </message>
        <message>
            <source>all so far</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Batches that are counted</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::DemoRun</name>
        <message>
            <source>first point after %1 s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The run was stopped before its end.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The folder %1 cannot be made: choose another one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture: %1, records: %2</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>no step here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>first principal component of the unadapted features (%1 % of their variance)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>second principal component (%1 %)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step %1
true label: %2
%3 says: %4
(%5, %6)</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>by true class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by predicted class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colour of the marks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>last %1 batches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Batches that are shown</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::FileCommands</name>
        <message>
            <source>Open experiment</source>
            <translation>Experiment öffnen</translation>
        </message>
        <message>
            <source>Experiments (*.collapselab *.json);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save experiment</source>
            <translation>Experiment speichern</translation>
        </message>
        <message>
            <source>experiment.collapselab</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Experiment with its recording (*.collapselab);;Set-up and lanes alone (*.json)</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>The experiment of the link is set up. Press Run.</source>
            <translation>Das Experiment des Links ist eingerichtet. Starten Sie den Lauf.</translation>
        </message>
        <message>
            <source>There are no records yet: press Run first.</source>
            <translation>Es gibt noch keine Aufzeichnung: erst den Lauf starten.</translation>
        </message>
        <message>
            <source>Export records</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>records.csv</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comma-separated values (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 records are in %2.</source>
            <translation>%1 Einträge sind in %2.</translation>
        </message>
        <message>
            <source>Export picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>collapse-lab.png</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures (*.png)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The picture is in %1.</source>
            <translation>Das Bild ist in %1.</translation>
        </message>
        <message>
            <source>Folder with the data set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The data set is read from %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A run is under way: stop it before you open a recording.</source>
            <translation>Ein Lauf ist im Gang: Halten Sie ihn an, bevor Sie eine Aufzeichnung öffnen.</translation>
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
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::ForkDialog</name>
        <message>
            <source>Fork a lane</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The copy starts from the lane's weights after this step, sees the same images, and runs along as a lane of its own. It catches up at once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lane to copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step after which the copy begins</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the new lane</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lane</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>After step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fork</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 fork @%2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is different yet: the copy would do what its parent does, digit for digit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From step %1 on: %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>fork of %1, %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no change</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>Progress of the frames</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopped after %1 of %2 frames. They are in %3.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 frames are in %2.</source>
            <translation>%1 Bilder sind in %2.</translation>
        </message>
    </context>
    <context>
        <name>lab::HandOut</name>
        <message>
            <source>One &amp;chart</source>
            <translation>Ein &amp;Diagramm</translation>
        </message>
        <message>
            <source>A chart with legend and conditions as PNG, SVG or PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chart: %1…</source>
            <translation>Diagramm: %1…</translation>
        </message>
        <message>
            <source>The &amp;board…</source>
            <translation>Die &amp;Diagrammtafel…</translation>
        </message>
        <message>
            <source>The four charts on a page, as PNG, SVG or PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The whole c&amp;omparison…</source>
            <translation>Den ganzen &amp;Vergleich…</translation>
        </message>
        <message>
            <source>Charts and the table of lanes on a page, as PNG, SVG or PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The &amp;images of the batch…</source>
            <translation>Die &amp;Bilder des Stapels…</translation>
        </message>
        <message>
            <source>With conditions, as PNG, SVG or PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Images of the batch</source>
            <translation>Bilder des Stapels</translation>
        </message>
        <message>
            <source>Records as &amp;JSON…</source>
            <translation>Aufzeichnung als &amp;JSON…</translation>
        </message>
        <message>
            <source>Every measure of every step, with the experiment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Frames of a film…</source>
            <translation>Bilder&amp;folge eines Films…</translation>
        </message>
        <message>
            <source>A picture of the board every few steps, numbered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Frames</source>
            <translation>Bilderfolge</translation>
        </message>
        <message>
            <source>A frame every how many steps?</source>
            <translation>Ein Bild alle wie viele Schritte?</translation>
        </message>
        <message>
            <source>&amp;Report as a web page…</source>
            <translation>&amp;Bericht als Webseite…</translation>
        </message>
        <message>
            <source>One file with pictures, conditions, tables and the experiment to load again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing to hand out yet: press Run first.</source>
            <translation>Es gibt noch nichts weiterzugeben: erst den Lauf starten.</translation>
        </message>
        <message>
            <source>Hand out a picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The picture is in %1.</source>
            <translation>Das Bild ist in %1.</translation>
        </message>
        <message>
            <source>Records as JSON</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 records are in %2.</source>
            <translation>%1 Einträge sind in %2.</translation>
        </message>
        <message>
            <source>Report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The report is in %1. It needs no other file.</source>
            <translation>Der Bericht ist in %1. Er braucht keine weitere Datei.</translation>
        </message>
        <message>
            <source>Folder for the frames</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::HeatCanvas</name>
        <message>
            <source>Heat map of the predictor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>column: feature in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>row: feature out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rows %1–%2, columns %3–%4: mean size %5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>row %1, column %2: %3</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same images for all lanes. A disc in a lane's colour: right. A cross: wrong.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>only where</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is right and</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is wrong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lane that is right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lane that is wrong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only images that one lane gets right and another wrong</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>No image of this step passes the filter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Image %1 of the data set, true label: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 %2: %3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>✓</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>✗</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::ImageStrip</name>
        <message>
            <source>Images of the current batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>True label: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, confidence %1</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>✗ </source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>From this step on, the lane answers one class for nearly everything. The rule, over the last 640 images: at least 80 % of the images of other classes get the most predicted class, and the predictions spread over at most half as many classes as the true labels, or over at most 1.5. A class that rightly dominates the stream does not count. Without labels: 95 % of the last 1,000 images get one class, and the logit norm is 1.1 times that of the beginning.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Switches of %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove lane %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>accuracy</source>
            <translation>Genauigkeit</translation>
        </message>
        <message>
            <source>Share of right answers, last 10 batches.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>logit norm</source>
            <translation>Logit-Norm</translation>
        </message>
        <message>
            <source>Mean ‖u‖₂ of the batch.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>dominance</source>
            <translation>Dominanz</translation>
        </message>
        <message>
            <source>Share of the most predicted class among the last 200 images.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>predictor</source>
            <translation>Prädiktor</translation>
        </message>
        <message>
            <source>‖θ_h − I‖_F; ZeroSiam, arXiv 2509.23183.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All blocks of the method, reset policy and what happens on collapse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit blocks of %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Method of %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run another method in this lane</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The method can be changed when no run is under way</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>COLLAPSED @%1</source>
            <translation>KOLLABIERT @%1</translation>
        </message>
    </context>
    <context>
        <name>lab::LaneDesk</name>
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use this method</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>From the next run on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reset the lane</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to the weights as trained, a fresh optimiser and a fresh predictor.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On collapse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What happens to the lane when the detector finds it collapsed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Blocks of %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reset: %1; on collapse: %2. The present run goes on as it began; this holds from the next run on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reset: %1; on collapse: %2, from the next run on.</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a method and watch it beside the others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is room for %1 lanes</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::LessonDesk</name>
        <message>
            <source>There is no lesson "%1": expected one of %2.</source>
            <translation type="unfinished" />
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
            <source>Teacher's note</source>
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
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::LossBoard</name>
        <message>
            <source>Loss L</source>
            <translation>Verlust L</translation>
        </message>
        <message>
            <source>What each lane makes small. It falls in a collapse, too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>L = H + α·D, the mean over the images that count; ZeroSiam, arXiv 2509.23183.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Objective H (nats)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Entropy of the online prediction: near 0 it is certain of everything.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mean entropy, or the lane's other objective, over the images that count.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Alignment α·D (nats)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How far the two branches are apart. 0 without a predictor.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>L − H: the divergence between the branches, times α; with EATA's Fisher penalty where it is on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Images that count (share)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which part of a batch a lane trusts enough to learn from.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Images that the loss averaged over, divided by the batch.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::MainWindow</name>
        <message>
            <source>Collapse Lab</source>
            <translation>Collapse Lab</translation>
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>The images of the current batch appear here, with what each lane takes them for.</source>
            <translation>Hier erscheinen die Bilder des Stapels mit dem, wofür jede Spur sie hält.</translation>
        </message>
        <message>
            <source>%1 from step %2 on</source>
            <translation>%1 ab Schritt %2</translation>
        </message>
        <message>
            <source>C&amp;harts</source>
            <translation>&amp;Diagramme</translation>
        </message>
        <message>
            <source>Accuracy, logit norm, predictor distance and class dominance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Classes over time</source>
            <translation>&amp;Klassen im Verlauf</translation>
        </message>
        <message>
            <source>Which classes each lane predicts, as a river</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Predictor</source>
            <translation>&amp;Prädiktor</translation>
        </message>
        <message>
            <source>The predictor's matrix as a heat map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Features</source>
            <translation>&amp;Merkmale</translation>
        </message>
        <message>
            <source>The features of the latest batches in two dimensions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Images of the step</source>
            <translation>&amp;Bilder des Schritts</translation>
        </message>
        <message>
            <source>Images, right and wrong lanes, probabilities, history</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>C&amp;onfusion</source>
            <translation>K&amp;onfusion</translation>
        </message>
        <message>
            <source>Which class each lane takes for which</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Loss</source>
            <translation>&amp;Verlust</translation>
        </message>
        <message>
            <source>The loss and its parts over the steps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Slow &amp;motion</source>
            <translation>Zeit&amp;lupe</translation>
        </message>
        <message>
            <source>One step, phase by phase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Details of steps</source>
            <translation>&amp;Einzelheiten der Schritte</translation>
        </message>
        <message>
            <source>Record features, probabilities, pictures and the predictor's matrix of every step; off: only while a page that draws them is in front</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Play or pause the recording</source>
            <translation>Aufzeichnung ab&amp;spielen oder anhalten</translation>
        </message>
        <message>
            <source>Play the recording from the step that is shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Live</source>
            <translation>&amp;Live</translation>
        </message>
        <message>
            <source>Show the newest step and follow the run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One step &amp;back</source>
            <translation>Einen Schritt &amp;zurück</translation>
        </message>
        <message>
            <source>Show the step before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One step &amp;forward</source>
            <translation>Einen Schritt &amp;vor</translation>
        </message>
        <message>
            <source>Show the next step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Event before</source>
            <translation>&amp;Ereignis davor</translation>
        </message>
        <message>
            <source>Show the step of the switch, collapse or other event before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Next event</source>
            <translation>&amp;Nächstes Ereignis</translation>
        </message>
        <message>
            <source>Show the step of the next switch, collapse or other event</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>F&amp;irst step</source>
            <translation>E&amp;rster Schritt</translation>
        </message>
        <message>
            <source>Show the first step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fork lane &amp;here…</source>
            <translation>Spur &amp;hier verzweigen…</translation>
        </message>
        <message>
            <source>A paused run: copy a lane as it was after the step that is shown, with other switches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Bearbeiten</translation>
        </message>
        <message>
            <source>&amp;Run</source>
            <translation>&amp;Lauf</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>&amp;Time</source>
            <translation>&amp;Zeit</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <source>&amp;Open experiment…</source>
            <translation>Experiment ö&amp;ffnen…</translation>
        </message>
        <message>
            <source>Read an experiment, with or without its recording, from a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Save experiment…</source>
            <translation>Experiment &amp;speichern…</translation>
        </message>
        <message>
            <source>Write the experiment with its recording, or set-up and lanes alone, to a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export &amp;records as CSV…</source>
            <translation>Auf&amp;zeichnung als CSV…</translation>
        </message>
        <message>
            <source>Write every measure of every step to a table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export &amp;picture…</source>
            <translation>&amp;Bild des Fensters…</translation>
        </message>
        <message>
            <source>Write a picture of the window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <source>Close the window</source>
            <translation type="unfinished" />
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
            <translation>Einen Stapel rechnen</translation>
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
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Centre dominance</source>
            <translation>&amp;Zentrumsdominanz</translation>
        </message>
        <message>
            <source>Instead of class dominance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;True labels' dominance</source>
            <translation>Dominanz der wahren &amp;Labels</translation>
        </message>
        <message>
            <source>The thin grey line in the chart of class dominance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Marks of switches</source>
            <translation>&amp;Marken der Schalter</translation>
        </message>
        <message>
            <source>Vertical lines where something happened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Lessons</source>
            <translation>&amp;Lektionen</translation>
        </message>
        <message>
            <source>&amp;Shortcuts</source>
            <translation>&amp;Tastenkürzel</translation>
        </message>
        <message>
            <source>All commands with their keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;About Collapse Lab</source>
            <translation>Ü&amp;ber Collapse Lab</translation>
        </message>
        <message>
            <source>Versions and licence</source>
            <translation>Versionen und Lizenz</translation>
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
        <name>lab::PredictorMap</name>
        <message>
            <source>Predictor θₕ − I</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the predictor has taken up: white is the identity. Watch single entries grow where the stream pushes in one direction.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Norm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Largest entries</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wheel or + and − zoom, dragging moves, a double click or 0 shows the whole.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 took no step %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 has no predictor matrix at this step. Choose a lane whose predictor is linear, or switch one on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&lt;b&gt;‖θₕ − I‖ (Frobenius)&lt;/b&gt;&lt;br&gt;%1 after step %2&lt;br&gt;%3 before it&lt;br&gt;%4 × %4 entries%5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, drawn as mean size of %1 × %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&lt;b&gt;Largest entries&lt;/b&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, step %2: norm %3</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::RecipeDiagram</name>
        <message>
            <source>predictor: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>predictor</source>
            <translation>Prädiktor</translation>
        </message>
        <message>
            <source>gradient flows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stop-gradient</source>
            <translation>Stop-Gradient</translation>
        </message>
        <message>
            <source>%1, α %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not in use</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Blocks of the method</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No block is in use.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SAM</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SGD</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Selection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>none</source>
            <translation>keiner</translation>
        </message>
        <message>
            <source>Objective</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Alignment pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Regulariser</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fisher
α %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Optimiser</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1
rate %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recovery</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>loss below
%1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::RecipeForm</name>
        <message>
            <source>Selection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Samples</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which samples the loss averages over.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Entropy margin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep entropy E &lt; margin · ln K (SAR).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight margin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E0 / ln K in the weight exp(E0 − E) (EATA, DeYO).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redundancy margin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep predictions whose cosine with the moving average is below this (EATA).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shape threshold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep samples whose confidence falls by more than this when the picture's patches are shuffled (DeYO).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Objective</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Minimises</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>H(p_o), per sample, on the online branch.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Layers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Adaptation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>train the norm layers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Off: the lane only evaluates.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>none</source>
            <translation>keiner</translation>
        </message>
        <message>
            <source>Left alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Norm layers that are not trained: beginnings of their names, separated by commas. SAR and DeYO leave the last stage alone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>follow the reference code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where the published code departs from its paper. SAR: keep the low moving average across a reset.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Alignment pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Predictor</source>
            <translation>Prädiktor</translation>
        </message>
        <message>
            <source>h before the head of the online branch (ZeroSiam).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Target branch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stop-gradient</source>
            <translation>Stop-Gradient</translation>
        </message>
        <message>
            <source>sg[p_r] is a fixed target.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Alignment α</source>
            <translation>Angleichung α</translation>
        </message>
        <message>
            <source>α in L = H(p_o) + α · D(p_o ‖ sg[p_r]).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Divergence</source>
            <translation>Divergenz</translation>
        </message>
        <message>
            <source>D in L = H(p_o) + α · D(p_o ‖ sg[p_r]).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Regulariser</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fisher α</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>α · Σ F (θ − θ0)²; 0 means none (EATA). The Fisher estimate is made when a run begins or the penalty is first switched on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Optimiser</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SAM climbs first, then descends from there (SAR).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Norm rate</source>
            <translation>Rate Norm</translation>
        </message>
        <message>
            <source>Learning rate of the norm layers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Predictor rate</source>
            <translation>Rate Prädiktor</translation>
        </message>
        <message>
            <source>Learning rate of the predictor.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Momentum</source>
            <translation>Impuls</translation>
        </message>
        <message>
            <source>Momentum of the optimiser, 0 to 0.99.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Climb ρ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Length of SAM's climb.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recovery</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>when the loss tells of a collapse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When the moving average of the loss falls below the threshold (SAR).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Threshold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of the moving average of the loss.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::RecipePicker</name>
        <message>
            <source>Methods</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A batch passes six blocks; pale ones are not in use.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::RecipeSwitches</name>
        <message>
            <source>stop-gradient</source>
            <translation>Stop-Gradient</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Predictor</source>
            <translation>Prädiktor</translation>
        </message>
        <message>
            <source>h(f) = θ_h f before the head of the online branch; linear starts as the identity. ZeroSiam, arXiv 2509.23183.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>D(p_o ‖ sg[p_r]): the branch without a predictor is a fixed target. ZeroSiam, arXiv 2509.23183.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, stop-gradient</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Divergence</source>
            <translation>Divergenz</translation>
        </message>
        <message>
            <source>D in L = H(p_o) + α · D(p_o ‖ sg[p_r]).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Alignment α</source>
            <translation>Angleichung α</translation>
        </message>
        <message>
            <source>α in L = H(p_o) + α · D(p_o ‖ sg[p_r]); logarithmic, 0 to 100.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Norm rate</source>
            <translation>Rate Norm</translation>
        </message>
        <message>
            <source>Learning rate of the norm layers' scale and shift; logarithmic, 0 to 1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Predictor rate</source>
            <translation>Rate Prädiktor</translation>
        </message>
        <message>
            <source>Learning rate of the predictor θ_h; logarithmic, 0 to 1.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::RiverCanvas</name>
        <message>
            <source>Class river</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: %2 % %3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>true labels</source>
            <translation>wahre Labels</translation>
        </message>
        <message>
            <source>step 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step %1, %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: %2 %</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::RunJournal</name>
        <message>
            <source>The run is not kept against a crash: the folder %1 cannot be made.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The run is not kept against a crash: %1 cannot be written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The run is no longer kept against a crash: %1 cannot be written: %2.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::SampleCard</name>
        <message>
            <source>Selected image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Click an image to see its probabilities and its history.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Image %1, true label %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: %2 with probability %3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>true label</source>
            <translation>wahres Label</translation>
        </message>
        <message>
            <source>image %1 of the data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at step %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>✓</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>✗</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seen once so far</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seen at %1 steps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>step %1</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>Noise batches</source>
            <translation>Rauschstapel</translation>
        </message>
        <message>
            <source>Batches of pure Gaussian noise before the stream; they are not scored</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>wrong at top 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>wrong at top 5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Blind spot</source>
            <translation>Blinder Fleck</translation>
        </message>
        <message>
            <source>Adapt on images whose true label is not the model's first answer, or not among its first five</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Schedule</source>
            <translation>Ablauf</translation>
        </message>
        <message>
            <source>Corruption, severity and number of images of each segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Schedule…</source>
            <translation>Ablauf…</translation>
        </message>
        <message>
            <source>Schedule… (%1)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Adapt on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Segments</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::ScheduleDialog</name>
        <message>
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Schedule</source>
            <translation>Ablauf</translation>
        </message>
        <message>
            <source>The stream runs through these segments from top to bottom. A grey mark on every chart shows where one begins.</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 images in all</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::SetupPanel</name>
        <message>
            <source>Find the data…</source>
            <translation>Daten suchen…</translation>
        </message>
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
            <translation type="unfinished" />
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
            <translation>Stapel</translation>
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
            <translation>Gleicher Startwert, gleicher Strom, gleiche Zahlen</translation>
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
    </context>
    <context>
        <name>lab::SpecHistory</name>
        <message>
            <source>%1 as before</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>images x</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>encoder f</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>norm layers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>features z</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>‖z‖ %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>predictor h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no predictor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>online pₒ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>H %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>target pᵣ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>‖u‖ %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>loss L</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>α·D = %1 · %2
= %3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>✕ stop-gradient</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>gradient flows here too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>moved by %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>‖θₕ − I‖ %1 → %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 of %2 kept</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::StepView</name>
        <message>
            <source>One step in slow motion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forward, two branches, loss, backward, update: with the numbers of the step that is shown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Play the phases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What happens in this phase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This lane took no step %1.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::StudyResults</name>
        <message>
            <source>Accuracy in percent, mean and standard deviation over seeds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Table</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::StudySession</name>
        <message>
            <source>The folder %1 cannot be made: choose another.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::StudyWindow</name>
        <message>
            <source>, about %1 s left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, about %1 min left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, about %1 h left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open results…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Figures and tables</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder for the results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The table and the charts appear here when the study is done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading data and model…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 of %2 runs done%3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done. Table, records and charts are in %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancelled. Finished runs are kept: Run goes on from there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>only %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Data, model and device are those of the set-up: %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancelling: the runs under way are finished and kept…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 holds no results of a figure or table.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One result in this folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 results in this folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Published: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No results in this folder yet: press Run.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Figures and tables of the paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number of seeds; mean and standard deviation are over these</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Images per run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>those of the study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For tables by corruption: all of them, or only that of the set-up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel ends the study after the runs under way; finished runs are kept, and Run goes on from there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seeds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Images</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>Corruptions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::TimeBar</name>
        <message>
            <source>Play the recording</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Play the recording from the step that is shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One step back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One step back (Left on the time line)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One step forward</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One step forward (Right on the time line)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow the run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the newest step and follow the run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Live</source>
            <translation>Live</translation>
        </message>
        <message>
            <source>%1×</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Speed of playing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1× plays %1 steps a second</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step that is shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 / %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no steps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fork…</source>
            <translation>Verzweigen…</translation>
        </message>
        <message>
            <source>Fork a lane from the step that is shown</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::TimeChart</name>
        <message>
            <source>From step %1 on: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: %2%3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>step</source>
            <translation>Schr.</translation>
        </message>
    </context>
    <context>
        <name>lab::TimeLine</name>
        <message>
            <source>Time line of the run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No steps yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step %1 of %2 is shown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From step %1 on: %2</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::TransportBar</name>
        <message>
            <source>Run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Progress of the run</source>
            <translation type="unfinished" />
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
        <name>lab::ViewDeck</name>
        <message>
            <source>Views of the run</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::ViewDesk</name>
        <message>
            <source>Charts</source>
            <translation>Diagramme</translation>
        </message>
        <message>
            <source>Accuracy, logit norm, predictor distance and class dominance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Classes</source>
            <translation>Klassen</translation>
        </message>
        <message>
            <source>Predictor</source>
            <translation>Prädiktor</translation>
        </message>
        <message>
            <source>Features</source>
            <translation>Merkmale</translation>
        </message>
        <message>
            <source>Images</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>Confusion</source>
            <translation>Konfusion</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>Verlust</translation>
        </message>
        <message>
            <source>The loss, its parts, and how many images it averages over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Slow motion</source>
            <translation>Zeitlupe</translation>
        </message>
        <message>
            <source>The images of step %1 are not recorded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>details %1 MB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>states %1 MB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Details of %1 steps in %2 of %3 MB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>; of the older ones every %1th</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved states for forks: %1, every %2 steps, in %3 of %4 MB</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::ViewPage</name>
        <message>
            <source>Lane</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The lane that is shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The details of this run begin with the next step.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Details are switched off. Switch on View → Details of steps; they are recorded from the next step on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step %1 has no details: they were off then, or made room for newer ones. Step %2 has some.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lab::WindowManners</name>
        <message>
            <source>Open &amp;recent</source>
            <translation>&amp;Zuletzt geöffnet</translation>
        </message>
        <message>
            <source>Experiments that were opened or saved lately</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Copy share link</source>
            <translation>Teilen-Link &amp;kopieren</translation>
        </message>
        <message>
            <source>The experiment as a line of text to send to someone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Paste share link</source>
            <translation>Teilen-Link &amp;einfügen</translation>
        </message>
        <message>
            <source>Set up the experiment whose link is in the clipboard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Hand out</source>
            <translation>&amp;Weitergeben</translation>
        </message>
        <message>
            <source>Pictures, tables and a report to give away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig</translation>
        </message>
        <message>
            <source>Take back the latest setting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Wiederholen</translation>
        </message>
        <message>
            <source>Make the setting again that was taken back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Undo: %1</source>
            <translation>&amp;Rückgängig: %1</translation>
        </message>
        <message>
            <source>&amp;Redo: %1</source>
            <translation>&amp;Wiederholen: %1</translation>
        </message>
        <message>
            <source>Find a &amp;command…</source>
            <translation>&amp;Befehl suchen…</translation>
        </message>
        <message>
            <source>Search all commands by name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Choose a lesson…</source>
            <translation>Lektion &amp;wählen…</translation>
        </message>
        <message>
            <source>A list with what each lesson is about</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Open a lesson file…</source>
            <translation>Lektionsdatei ö&amp;ffnen…</translation>
        </message>
        <message>
            <source>A lesson of your own; mistakes in it are told with their line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a lesson</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lessons (*.json)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Leave the lesson</source>
            <translation>Lektion &amp;verlassen</translation>
        </message>
        <message>
            <source>Back to the whole window and the experiment from before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shown or hidden; remembered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remembered for the next start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Set-up</source>
            <translation>&amp;Einrichtung</translation>
        </message>
        <message>
            <source>&amp;Images of the batch</source>
            <translation>&amp;Bilder des Stapels</translation>
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>T&amp;heme</source>
            <translation>&amp;Farben</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>d MMMM yyyy, hh:mm</source>
            <translation>d. MMMM yyyy, hh:mm</translation>
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
        <message>
            <source>%1 records of the interrupted run are here. Save them from the File menu.</source>
            <translation>%1 Einträge des unterbrochenen Laufs sind da. Speichern Sie sie im Menü Datei.</translation>
        </message>
        <message>
            <source>No files yet</source>
            <translation>Noch keine Dateien</translation>
        </message>
        <message>
            <source>Forget these files</source>
            <translation>Liste leeren</translation>
        </message>
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
        <name>main</name>
        <message>
            <source>Watch test-time adaptation collapse, and see what prevents it.</source>
            <translation>Zusehen, wie Anpassung zur Testzeit kollabiert, und was dagegen hilft.</translation>
        </message>
        <message>
            <source>An experiment (.collapselab, .json) or a share link to open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Expected one file to open, found %1.</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
