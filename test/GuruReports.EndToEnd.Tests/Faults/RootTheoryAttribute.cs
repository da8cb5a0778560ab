namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>The same as <see cref="RootFactAttribute"/>, with data.</summary>
public sealed class RootTheoryAttribute : TheoryAttribute
{
    public RootTheoryAttribute() => Skip = Environment.IsPrivilegedProcess ? null : "needs root";
}
