namespace ScoreGuard.Domain.Diagnostics;

/// <summary>What can be wrong with a model beyond the form of its document.</summary>
public static class ModelCodes
{
    public static readonly CodeArea Area = new("Models", "SG11");

    // The model as a whole.
    public static readonly DiagnosticCode Version = Define(
        "SG1100",
        "Not version 1 of the form",
        "Write `scoreguard: 1` at the top."
    );
    public static readonly DiagnosticCode TooManyRules = Define(
        "SG1101",
        "More than 10,000 rules",
        "Merge rules that differ in one value only, with a list in their `when`."
    );
    public static readonly DiagnosticCode RepeatedId = Define(
        "SG1102",
        "An id is used twice",
        "Rename one: rules and transitions share one name space; routing rules and SLAs have one each."
    );
    public static readonly DiagnosticCode SameButCase = Define(
        "SG1103",
        "Two names are the same but for their case",
        "Rename one: values ignore case, so the two could not be told apart."
    );

    public static readonly DiagnosticCode CriteriaTooLarge = Define(
        "SG1104",
        "Criteria of more than 100,000 parts once their segments are put in",
        "Use segments that repeat one another less: each use of a segment counts all of its parts."
    );
    public static readonly DiagnosticCode CriteriaTooDeep = Define(
        "SG1105",
        "A criterion more than 128 levels deep once its segments are put in",
        "Let segments use one another through fewer others."
    );
    public static readonly DiagnosticCode DerivedTooDeep = Define(
        "SG1106",
        "A field derived through more than 64 others",
        "Derive it from a field nearer to what leads bring."
    );
    public static readonly DiagnosticCode LifecycleTooLarge = Define(
        "SG1107",
        "More than 1,000 stages, or more than 10,000 transitions",
        "Merge transitions that differ in `from` only, with a list, and stages that nobody tells apart."
    );

    // Names that must exist.
    public static readonly DiagnosticCode UnknownField = Define(
        "SG1110",
        "No such field",
        "Correct the name, or declare the field under `fields`."
    );
    public static readonly DiagnosticCode UnknownSegment = Define(
        "SG1111",
        "No such segment",
        "Correct the name, or define the segment under `segments`."
    );
    public static readonly DiagnosticCode UnknownList = Define(
        "SG1112",
        "No such list",
        "Correct the name, or define the list under `lists`."
    );
    public static readonly DiagnosticCode UnknownDimension = Define(
        "SG1113",
        "No such dimension",
        "Correct the name, or define the dimension under `scores`."
    );
    public static readonly DiagnosticCode UnknownLabels = Define(
        "SG1114",
        "The dimension has no labels",
        "Correct the name, or give the dimension labels under `labels`."
    );
    public static readonly DiagnosticCode UnknownLabel = Define(
        "SG1115",
        "No such label",
        "Correct the label, or add it under `labels`."
    );
    public static readonly DiagnosticCode UnknownGrade = Define(
        "SG1116",
        "No such grade",
        "Correct the grade, which is a row band followed by a column band, or define `grade`."
    );
    public static readonly DiagnosticCode UnknownStage = Define(
        "SG1117",
        "No such stage",
        "Correct the name, or add the stage under `lifecycle.stages`."
    );
    public static readonly DiagnosticCode UnknownGroup = Define(
        "SG1118",
        "The group is not declared",
        "Declare the group under `groups` of the dimension, or correct its name."
    );
    public static readonly DiagnosticCode UnknownCalendar = Define(
        "SG1119",
        "No such calendar",
        "Correct the name, or define the calendar under `calendars`."
    );
    public static readonly DiagnosticCode UnknownZone = Define(
        "SG1120",
        "No such time zone",
        "Use an IANA name such as `Europe/Berlin`, in exactly that case."
    );

    // Fields.
    public static readonly DiagnosticCode ReservedField = Define(
        "SG1130",
        "A field with a reserved name",
        "Rename it: criteria use that word for something else."
    );
    public static readonly DiagnosticCode Derivation = Define(
        "SG1131",
        "A derivation that is not complete",
        "Give `from` together with exactly one of `patterns` and `bands`."
    );
    public static readonly DiagnosticCode SourceType = Define(
        "SG1132",
        "Derived from a field of the wrong type",
        "Use `patterns` over a text field and `bands` over a number field."
    );
    public static readonly DiagnosticCode FieldCycle = Define(
        "SG1133",
        "Fields are derived from one another in a circle",
        "Take `from` away from one of the fields that the message names."
    );
    public static readonly DiagnosticCode Pattern = Define(
        "SG1134",
        "A regular expression that cannot run safely",
        "Correct it; lookaround, backreferences and atomic groups are not allowed."
    );
    public static readonly DiagnosticCode PatternValue = Define(
        "SG1135",
        "A pattern needs either `value` or a group `value`",
        "Give `value`, or name one group `(?<value>…)`, but not both."
    );
    public static readonly DiagnosticCode BandOrder = Define(
        "SG1136",
        "Bands out of order",
        "List bands with ascending `below`; the one without `below` comes last."
    );
    public static readonly DiagnosticCode Synonyms = Define(
        "SG1137",
        "Synonyms that contradict one another",
        "Let each variant stand for one canonical value, and no canonical value be a variant of another."
    );
    public static readonly DiagnosticCode SynonymType = Define(
        "SG1138",
        "Synonyms of a field that is no text",
        "Remove `synonyms`, or make the field a text."
    );
    public static readonly DiagnosticCode ValueType = Define(
        "SG1139",
        "A default or value that is not of its field's type",
        "Write a value of the field's type, or change the type."
    );

    // Criteria and matchers.
    public static readonly DiagnosticCode OperandType = Define(
        "SG1140",
        "A value is compared that cannot be read as the type of the other side",
        "Write a value of the field's type, or change the type."
    );
    public static readonly DiagnosticCode OperandVariant = Define(
        "SG1141",
        "A synonym is compared that no lead can have",
        "Use the canonical value that the message names: synonyms are replaced by it before anything compares."
    );
    public static readonly DiagnosticCode NullOperand = Define(
        "SG1142",
        "Compared with nothing",
        "Ask with `missing: true` or `missing: false`."
    );
    public static readonly DiagnosticCode EmptyComparison = Define(
        "SG1143",
        "A comparison sign with nothing after it",
        "Write the value behind the sign, as in `'>= 100'`."
    );
    public static readonly DiagnosticCode UnorderedType = Define(
        "SG1144",
        "A comparison of order on a boolean",
        "Compare booleans with `true`, `false` or `!=`."
    );
    public static readonly DiagnosticCode TextOnly = Define(
        "SG1145",
        "A question about text, asked of something else",
        "Use `contains`, `startsWith`, `endsWith` and `matches` on texts only."
    );
    public static readonly DiagnosticCode Between = Define(
        "SG1146",
        "`between` without two values in order",
        "Write two values of one type, the lower one first, as in `between: [5, 10]`."
    );
    public static readonly DiagnosticCode MixedList = Define(
        "SG1147",
        "A list of values of several types",
        "Let a list over a property hold only texts, only numbers or only booleans; quotes make a text."
    );
    public static readonly DiagnosticCode ScoreInAttributeRule = Define(
        "SG1148",
        "An attribute rule reads a score, a label or the grade",
        "Give the rule an `on`, or take the score out of its `when` and of the segments that it uses."
    );
    public static readonly DiagnosticCode NoLifecycle = Define(
        "SG1149",
        "Stages are used without a lifecycle",
        "Define `lifecycle`, or remove what needs it."
    );
    public static readonly DiagnosticCode SegmentCycle = Define(
        "SG1150",
        "Segments use one another in a circle",
        "Take one of the segments that the message names out of another."
    );
    public static readonly DiagnosticCode ActivityTypeStandsAlone = Define(
        "SG1151",
        "`any`, `idle` or `midnight` in a list, or where only activities can be named",
        "Name activity types; `any` stands alone, `idle` and `midnight` are for the `on` of rules."
    );

    // Rules.
    public static readonly DiagnosticCode RuleOperation = Define(
        "SG1160",
        "A rule without exactly one of `points`, `set` and `multiply`",
        "Keep one of the three; an attribute rule has `points`."
    );
    public static readonly DiagnosticCode KeyForOtherRule = Define(
        "SG1161",
        "A key that means nothing on this kind of rule",
        "Remove it, or change `on`: the message says which rules have it."
    );
    public static readonly DiagnosticCode AttributeRuleNeedsWhen = Define(
        "SG1162",
        "An attribute rule without `when`",
        "Say when it contributes; `when: {}` is always."
    );
    public static readonly DiagnosticCode IdleRuleNeedsAfter = Define(
        "SG1163",
        "An idle rule without `after`",
        "Say after how much time it falls due."
    );
    public static readonly DiagnosticCode ZeroPoints = Define(
        "SG1164",
        "A rule of 0 points",
        "Give points other than 0, or switch the rule off with `enabled: false`."
    );
    public static readonly DiagnosticCode ChangedNeedsAttributeChange = Define(
        "SG1165",
        "`changed` on a rule that sees other activities",
        "Use it with `on: attribute_change` alone."
    );
    public static readonly DiagnosticCode Aging = Define(
        "SG1166",
        "Points that age in several ways, or an ageing without points",
        "Keep one of `expires`, `decay` and `halfLife`, on a rule with `points`."
    );
    public static readonly DiagnosticCode LimitOperation = Define(
        "SG1167",
        "A limit of points on `set` or `multiply`",
        "Limit such a rule with `times`."
    );
    public static readonly DiagnosticCode EmptyLimit = Define(
        "SG1168",
        "A limit of nothing",
        "Give `times`, `points` or both."
    );
    public static readonly DiagnosticCode LimitBesideOnce = Define(
        "SG1169",
        "`limit` beside `once`",
        "Remove one: `once: true` is `limit: { times: 1 }`."
    );
    public static readonly DiagnosticCode OfBesideNotOf = Define(
        "SG1170",
        "`of` beside `notOf`",
        "Keep one of the two."
    );

    // Dimensions, labels, grade.
    public static readonly DiagnosticCode MinAboveMax = Define(
        "SG1180",
        "A `min` above its `max`",
        "Exchange the two, or correct one."
    );
    public static readonly DiagnosticCode SumBesides = Define(
        "SG1181",
        "A sum that has keys of its own",
        "Keep only `sum`, `min` and `max`, and move the rest to a dimension of its own."
    );
    public static readonly DiagnosticCode SumCycle = Define(
        "SG1182",
        "Dimensions are sums of one another in a circle",
        "Take one of the dimensions that the message names out of another."
    );
    public static readonly DiagnosticCode EmptySum = Define(
        "SG1183",
        "A sum of nothing",
        "Name at least one dimension with its weight, as in `sum: { fit: 1 }`."
    );
    public static readonly DiagnosticCode EqualBounds = Define(
        "SG1184",
        "Two bands with the same bound",
        "Give each band a bound of its own; one may have `~`."
    );

    // Lifecycle, routing, service levels.
    public static readonly DiagnosticCode StageCalledAny = Define(
        "SG1190",
        "A stage called `any`",
        "Rename it: `any` stands for every stage."
    );
    public static readonly DiagnosticCode WhereNeedsOn = Define(
        "SG1191",
        "`where` on a transition without `on`",
        "Say with `on` which activity it looks at, or move the criterion to `when`."
    );
    public static readonly DiagnosticCode ResetOfSum = Define(
        "SG1192",
        "A sum cannot be reset",
        "Reset the dimensions that it adds."
    );
    public static readonly DiagnosticCode CalendarHours = Define(
        "SG1193",
        "A calendar that closes before it opens",
        "Let `from` be earlier than `to`; hours over midnight need two calendars."
    );

    private static DiagnosticCode Define(string code, string title, string remedy) => Area.Define(code, title, remedy);
}
