using GuruReports.EndToEnd.Tests.Faults;

namespace GuruReports.EndToEnd.Tests.Harness;

/// <summary>A theory that takes minutes: part of the long form (<c>GURU_LONG=1</c>).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LongTheoryAttribute : TheoryAttribute
{
    public LongTheoryAttribute() => Skip = Bounds.IsLong ? null : "takes minutes; set GURU_LONG=1";
}
