namespace GuruReports.TestService.Faults;

/// <summary>An exception that nobody handles, a moment after the start.</summary>
internal sealed class Crash : Illness
{
    public override void BreakOut() => new Thread(Fall) { Name = "falling" }.Start();

    private static void Fall() => throw new InvalidOperationException("the service falls");
}
