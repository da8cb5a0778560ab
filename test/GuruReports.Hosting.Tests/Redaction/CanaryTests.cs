using System.Text;
using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Redaction.CommandLines;
using GuruReports.Hosting.Sections.Secrets;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;
using Microsoft.Extensions.Configuration;

namespace GuruReports.Hosting.Tests.Redaction;

/// <summary>Plants secrets and look-alikes in everything that a report can hold: no secret comes out, every look-alike does.</summary>
public class CanaryTests
{
    private const string Pem = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC";

    private static readonly Dictionary<string, string?> s_settings = new()
    {
        ["Db:Password"] = "canary-01-Xy7!",
        ["ConnectionStrings:Orders"] = "Server=db.local;User Id=orders;Password=canary-02-Xy7!;Encrypt=True",
        ["ConnectionStrings:Redis"] = "cache.local:6379,password=canary-03-Xy7!,ssl=True",
        ["Stripe:ApiKey"] = "canary-04-Xy7",
        ["Jwt:Key"] = "canary-05-Xy7-canary-05",
        ["Queue:Url"] = "amqp://heat:canary-06-Xy7@mq.local/v",
        ["Smtp:Credentials:Pass"] = "canary-07-Xy7",
        ["Secrets:Billing"] = "canary-08-Xy7",
        ["Storage:Sas"] = "sv=2024-01-01&sig=canary-09-Xy7%3D&se=2030",
        ["Upstream:Header"] = "Bearer canary-10-Xy7.abc",
        ["Certificate:Pem"] = $"-----BEGIN PRIVATE KEY-----\n{Pem}\n-----END PRIVATE KEY-----",
        ["Legacy:MYSQL_PWD"] = "canary-12-Xy7",
        ["Legacy:clientsecret"] = "canary-13-Xy7",
    };

    private static readonly Dictionary<string, string?> s_harmless = new()
    {
        ["Ui:KeyboardLayout"] = "harmless-01",
        ["Zoo:MonkeyPath"] = "/harmless-02",
        ["Db:PrimaryKeyColumn"] = "harmless-03",
        ["Auth:TokenLifetime"] = "00:15:04",
        ["Auth:TokenEndpoint"] = "https://harmless-05.local/token",
        ["Identity:Password:RequiredLength"] = "12",
        ["KeyVaultName"] = "harmless-07",
        ["PasswordFile"] = "/run/secrets/harmless-08",
        ["Office:SecretaryName"] = "harmless-09",
        ["Cache:PartitionKey"] = "harmless-10",
        ["Text:Tokenizer"] = "harmless-11",
        ["Boat:Compass"] = "harmless-12",
        ["Auth:RequireToken"] = "true",
        ["Queue:RoutingKey"] = "harmless-14",
    };

    private static readonly string[] s_harmlessTexts =
    [
        "The password policy harmless-15 applies.", "at A.TokenService.Get(String token) in harmless-16.cs:line 5", "http://harmless-17:8080/a@b",
        "PublicKeyToken=harmless-18", "cache key harmless-19 not found", "Basic harmless-words twenty harmless-20",
    ];

    [Fact]
    public void Scrub_ReportFullOfSecrets_ShowsNoneOfThem()
    {
        var (report, secrets) = MakeReport();

        var text = Flatten(report);

        Assert.Equal(20, secrets.Count);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Scrub_ReportFullOfLookAlikes_ShowsThemAll()
    {
        var (report, _) = MakeReport();

        var text = Flatten(report);

        Assert.All(s_harmless.Values, value => Assert.Contains(value!, text, StringComparison.Ordinal));
        Assert.All(s_harmlessTexts, value => Assert.Contains(value, text, StringComparison.Ordinal));
    }

    private static (Report Report, List<string> Secrets) MakeReport()
    {
        var secrets = Enumerable.Range(1, 20).Select(number => $"canary-{number:00}").ToList();
        secrets[10] = Pem;
        var redactor = new SecretRedactor(new RedactionOptions());
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(s_settings).AddInMemoryCollection(s_harmless).Build();
        SecretSources.LearnConfiguration(redactor, configuration);
        ArgumentSecrets.Redact(["service", "--api-key", "canary-14-Xy7", "--url=https://u:canary-15-Xy7@h/"], redactor);

        var map = s_settings.Concat(s_harmless).Select(pair => new ReportEntry(pair.Key, pair.Value)).ToList();
        var early = new ReportList([
            new ReportText("service --api-key canary-14-Xy7 --url=https://u:canary-15-Xy7@h/ canary-01-Xy7!"),
            new ReportText("SqlException: Login failed, password=canary-16-Xy7; for canary-02-Xy7!"),
            new ReportText("{\"token\":\"canary-17-Xy7\"}"),
            new ReportText("jwt eyJhbGciOiJIUzI1NiJ9.canary-18-Xy7.c2ln and canary-13-Xy7"),
            new ReportText("https://hooks.slack.com/services/T0/B0/canary-19-Xy7 for canary-08-Xy7"),
            new ReportMap([new ReportEntry("Password", "canary-20-Xy7")]),
            .. s_harmlessTexts.Select(text => new ReportText(text)),
        ]);
        var report = new Report
        {
            Id = "a-1",
            Reason = "test canary-04-Xy7",
            CreatedAt = DateTimeOffset.UnixEpoch,
            Service = new ServiceIdentity { Name = "s", ProcessId = 1, MachineName = "m" },
            Findings = [new Finding { Id = "GURU1", Name = "X", Severity = FindingSeverity.Warning, Summary = "canary-05-Xy7-canary-05", Evidence = ["canary-07-Xy7", "canary-20-Xy7"], Advice = "canary-12-Xy7" }],
            Sections =
            [
                new ReportSection { Title = "Early", Summary = "canary-03-Xy7!", Reason = "canary-06-Xy7", Value = early },
                new ReportSection { Title = "Settings", Value = new ReportMap(map) },
                new ReportSection { Title = "Table", Value = new ReportTable(["Name", "Token"], [["a", "canary-17-Xy7"], ["canary-09-Xy7%3D", "canary-10-Xy7.abc"]]) },
                new ReportSection { Title = "Tree", Value = new ReportTree([new ReportTreeNode("1 canary-20-Xy7", [new ReportEntry("x", "canary-16-Xy7")], [])]) },
                new ReportSection { Title = "Stacks", Value = new ReportStacks([new StackGroup { Count = 1, Noun = "thread", State = "s", Members = [new StackMember("canary-01-Xy7!", [])], Notes = ["canary-08-Xy7"] }]) },
            ],
            Notes = ["canary-14-Xy7"],
        };
        return (new ReportScrubber(redactor).Scrub(report), secrets);
    }

    private static string Flatten(Report report)
    {
        var text = new StringBuilder();
        text.AppendLine(report.Reason).AppendJoin('\n', report.Notes);
        foreach (var finding in report.Findings)
        {
            text.AppendLine(finding.Summary).AppendJoin('\n', finding.Evidence).AppendLine(finding.Advice);
        }

        foreach (var section in report.Sections)
        {
            text.AppendLine(section.Summary).AppendLine(section.Reason);
            Append(text, section.Value);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ReportValue? value)
    {
        switch (value)
        {
            case ReportText leaf:
                text.AppendLine(leaf.Text);
                break;
            case ReportMap map:
                AppendEntries(text, map.Entries);
                break;
            case ReportList list:
                list.Items.ToList().ForEach(item => Append(text, item));
                break;
            case ReportTable table:
                table.Rows.SelectMany(row => row).ToList().ForEach(item => Append(text, item));
                break;
            case ReportTree tree:
                foreach (var node in tree.Roots)
                {
                    text.AppendLine(node.Label);
                    AppendEntries(text, node.Details);
                }

                break;
            case ReportStacks stacks:
                foreach (var group in stacks.Groups)
                {
                    text.AppendJoin('\n', group.Members.Select(member => member.Label)).AppendJoin('\n', group.Notes);
                }

                break;
        }
    }

    private static void AppendEntries(StringBuilder text, IReadOnlyList<ReportEntry> entries)
    {
        foreach (var entry in entries)
        {
            text.Append(entry.Name).Append(' ');
            Append(text, entry.Value);
        }
    }
}
