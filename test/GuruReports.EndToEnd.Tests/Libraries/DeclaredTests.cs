namespace GuruReports.EndToEnd.Tests.Libraries;

/// <summary>A pool and a queue that only the settings of the service know.</summary>
public sealed class DeclaredTests
{
    private const string Zoo = "GuruReports.LibraryZoo.OwnState+";

    [Fact]
    public void Signal_TypesOfTheServiceDeclaredInSettings_NumbersHoldersAndWhatIsGoneAreTold()
    {
        var report = ZooReport.AssertTold(
            "own",
            [],
            """
            4 | 3 | 3 | 0 | mail sessions (declared)
            held:
            1 | OwnState.SendInvoiceAsync, awaiting Task.Delay
            2 | OwnState.SendMailAsync, awaiting Task.Delay
            queues:
            7 | 10 | OwnState._outbox (queue OwnState.Outbox)
            """,
            static report =>
            [
                .. report.Rows("Calls Out", "pools", "waiting", "in use", "most", "idle", "pool"),
                "held:", .. report.Rows("Calls Out", "holders", "count", "held by"),
                "queues:", .. report.Rows("Queues", null, "length", "most", "queue"),
            ],
            settings:
            [
                ("Snapshot:KnownTypes:0:Type", Zoo + "Line"), ("Snapshot:KnownTypes:0:Lends", "mail sessions"), ("Snapshot:KnownTypes:0:InUse", "_sessions -_free"),
                ("Snapshot:KnownTypes:0:Most", "_limits/Most"), ("Snapshot:KnownTypes:0:Waiting", "_asked"), ("Snapshot:KnownTypes:0:Idle", "_free"),
                ("Snapshot:KnownTypes:0:Member", Zoo + "Session"), ("Snapshot:KnownTypes:0:MemberPool", "Line"), ("Snapshot:KnownTypes:0:MemberLent", "IsLent"),
                ("Snapshot:KnownTypes:1:Type", Zoo + "Outbox"), ("Snapshot:KnownTypes:1:Kind", "Queue"), ("Snapshot:KnownTypes:1:Length", "_mails"), ("Snapshot:KnownTypes:1:Capacity", "_room"),
            ]);

        Assert.Contains("mail sessions", report.Finding("GURU040"), StringComparison.Ordinal);
    }

    [Fact]
    public void Signal_FieldAndTypeThatAreNotThere_AreNamedWithTheirSettingAndCostNothingElse()
    {
        var report = ZooReport.Of(
            "own",
            [],
            further:
            [
                ("Snapshot:KnownTypes:0:Type", Zoo + "Outbox"), ("Snapshot:KnownTypes:0:Kind", "Queue"), ("Snapshot:KnownTypes:0:Length", "_letters"),
                ("Snapshot:KnownTypes:1:Type", "Shop.Mail.SmtpPool"), ("Snapshot:KnownTypes:1:InUse", "_lent"),
                ("Snapshot:KnownTypes:2:Type", Zoo + "Line"), ("Snapshot:KnownTypes:2:InUse", "_sessions"),
            ]);

        Assert.Contains($"there is no {Zoo}Outbox._letters, which GuruMeditation:Snapshot:KnownTypes:0 names", report.Reason("Queues"), StringComparison.Ordinal);
        Assert.Contains("there is no Shop.Mail.SmtpPool, which GuruMeditation:Snapshot:KnownTypes:1 names", report.Reason("Calls Out"), StringComparison.Ordinal);
        Assert.Contains("members of Line (declared)", report.Section("Calls Out").ToString(), StringComparison.Ordinal);
    }
}
