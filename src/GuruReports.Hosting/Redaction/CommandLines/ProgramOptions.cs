namespace GuruReports.Hosting.Redaction.CommandLines;

/// <summary>Where one program takes secrets on its command line. Data only.</summary>
internal sealed record ProgramOptions
{
    /// <summary>Gets the options whose value is a secret; a short one takes it attached too (<c>-px</c>).</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Gets the options whose value is a secret only when it is attached: alone they ask for it, or mean something else.</summary>
    public IReadOnlyList<string> Attached { get; init; } = [];

    /// <summary>Gets the options whose value is a user and a password.</summary>
    public IReadOnlyList<string> Logins { get; init; } = [];

    /// <summary>Gets what separates user and password.</summary>
    public char Separator { get; init; } = ':';

    /// <summary>Gets the words behind which arguments that are no options are counted (<c>add_user</c>); empty for all of them.</summary>
    public IReadOnlyList<string> Behind { get; init; } = [];

    /// <summary>Gets which of those, counted from one, is a secret; 0 for none.</summary>
    public int Position { get; init; }

    /// <summary>Gets whether the one counted and those behind it are secrets.</summary>
    public bool AndFollowing { get; init; }
}
