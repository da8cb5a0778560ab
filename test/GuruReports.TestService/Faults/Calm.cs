namespace GuruReports.TestService.Faults;

/// <summary>Nothing at all, for so many seconds: what the record knows of a service before it falls sick.</summary>
internal sealed class Calm(int seconds) : Illness
{
    public override void BreakOut() => Thread.Sleep(TimeSpan.FromSeconds(seconds));
}
