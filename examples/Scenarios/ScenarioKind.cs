namespace Scenarios;

/// <summary>Kinds of scenarios.</summary>
internal enum ScenarioKind
{
    /// <summary>A sick service, as a rule expects it.</summary>
    Sick,

    /// <summary>The same sickness written differently.</summary>
    Variant,

    /// <summary>A healthy service: nothing above information may be found.</summary>
    Healthy,
}
