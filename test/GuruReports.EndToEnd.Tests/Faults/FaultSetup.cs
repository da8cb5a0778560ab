namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>How a sick service is started.</summary>
internal sealed record FaultSetup
{
    /// <summary>Gets the illnesses, as the test service names them.</summary>
    public IReadOnlyList<string> Illnesses { get; init; } = [];

    /// <summary>Gets the library's settings, without the section's name.</summary>
    public IReadOnlyList<(string Key, string Value)> Settings { get; init; } = [];

    /// <summary>Gets further environment variables.</summary>
    public IReadOnlyList<(string Key, string Value)> Variables { get; init; } = [];

    /// <summary>Gets the test service's mode.</summary>
    public string Mode { get; init; } = "sick";

    /// <summary>Gets shell commands to run before the service takes the shell's place.</summary>
    public string Before { get; init; } = ":";

    /// <summary>Gets what stands before the service's command, for example <c>env --ignore-signal=USR1</c>.</summary>
    public string Wrapper { get; init; } = "";

    /// <summary>Gets the shell's redirection of standard error; empty for a pipe that the test reads.</summary>
    public string StandardError { get; init; } = "";
}
