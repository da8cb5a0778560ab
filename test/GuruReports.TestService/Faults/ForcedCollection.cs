namespace GuruReports.TestService.Faults;

/// <summary>Collects everything that can be collected, finalizers included.</summary>
internal sealed class ForcedCollection : Illness
{
    public override void BreakOut()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
    }
}
