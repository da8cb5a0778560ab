namespace GuruReports.SnapshotReader.Tests.Lifecycle;

/// <summary>A theory that takes minutes: runs with GURU_LONG=1 only.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongTheoryAttribute : TheoryAttribute
{
    public LongTheoryAttribute()
    {
        if (Environment.GetEnvironmentVariable("GURU_LONG") != "1")
        {
            Skip = "takes minutes; set GURU_LONG=1";
        }
    }
}
