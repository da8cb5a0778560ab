namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>Services in images that hold little more than the service.</summary>
[Collection(FaultCollection.Name)]
public sealed class BareMachineTests
{
    // Empty files in the place of OpenSSL, seen by this service alone. The framework ends a process that asks it for
    // cryptography then.
    private const string WithoutOpenSsl =
        "unshare --mount bash -c 'for library in $(ldconfig -p | grep -oE \"/.*/lib(ssl|crypto)\\.so.*\"); do mount --bind /dev/null \"$library\"; done; exec \"$@\"' bash";

    [RootFact]
    public void OpenSsl_Missing_WholeReportComes()
    {
        using var service = FaultProcess.Start(new FaultSetup { Wrapper = WithoutOpenSsl }).WaitUntilSick();

        var report = service.SignalAndWait();

        FaultMatrix.Record("I2", "OpenSSL is not installed", "report with a snapshot", report);
        Assert.NotEqual(0, service.Error.Count(line => line.Contains("pending async method", StringComparison.Ordinal)));
        service.Ping();
    }
}
