namespace GuruReports.Inspection.Tests.Threads;

/// <summary>Marks a test that runs only with <c>GURU_LONG=1</c>, because it takes minutes.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongFactAttribute : FactAttribute
{
    public LongFactAttribute() => Skip = Environment.GetEnvironmentVariable("GURU_LONG") == "1" ? null : "takes minutes; set GURU_LONG=1";
}
