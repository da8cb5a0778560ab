namespace Scenarios;

/// <summary>Kinds of scenarios.</summary>
internal enum ScenarioKind
{
    /// <summary>A sick service, as a rule expects it.</summary>
    Sick,

    /// <summary>The same sickness written differently.</summary>
    Variant,

    /// <summary>One more, written after the rules were finished and run once before any rule was touched.</summary>
    Unseen,

    /// <summary>A healthy service: nothing above information may be found.</summary>
    Healthy,
}
