using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GuruReports.TestService.Hosts;

/// <summary>Secrets in every place where services have them, and harmless look-alikes beside them. All are made up.</summary>
internal static class SecretsHost
{
    public static Task<int> RunAsync(string[] args)
    {
        var builder = ServiceHost.CreateBuilder(args);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Password"] = "canary-config-password-01",
            ["ConnectionStrings:Orders"] = "Server=db7;Database=orders;User Id=app;Password=canary-connection-02;Timeout=30",
            ["Billing:ApiKey"] = "canary-config-apikey-03",
            ["Upstream:Url"] = "https://robot:canary-url-04@upstream.example/v1?page=2",
            ["Auth:Client_Secret"] = "canary-client-secret-05",
            ["Storage"] = "DefaultEndpointsProtocol=https;AccountName=acct;AccountKey=Y2FuYXJ5LXN0b3JhZ2Uta2V5LTA2Y2FuYXJ5LXN0b3JhZ2Uta2V5LTA2;EndpointSuffix=example",
            ["Redis"] = "cache7:6380,password=canary-redis-07,ssl=True",
            ["Tls:Certificate"] = "-----BEGIN PRIVATE KEY-----\nY2FuYXJ5LXBlbS0wOA==\n-----END PRIVATE KEY-----",
            ["Session:Bearer"] = "Bearer canary-bearer-09-abcdefghijklmnop",
            ["Jwt:Sample"] = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjYW5hcnktMTAifQ.c2lnbmF0dXJlLWNhbmFyeS0xMA",
            ["Queue:SasToken"] = "sv=2024&sig=canary-sas-11",
            ["Smtp:Credentials:Value"] = "canary-smtp-12",
            ["Harmless:KeyboardLayout"] = "harmless-keyboard-layout",
            ["Harmless:PrimaryKeyColumn"] = "harmless_order_id",
            ["Harmless:TokenLifetime"] = "00:05:00",
            ["Harmless:PasswordPolicyUrl"] = "https://intranet.example/harmless-policy",
            ["Harmless:Author"] = "harmless-author",
            ["Harmless:MonkeyPath"] = "/srv/harmless-monkey",
            ["Harmless:PartitionKeyPath"] = "/harmless-partition",
            ["Harmless:Compass"] = "harmless-north",
            ["Harmless:Passenger"] = "harmless-passenger",
            ["Harmless:SecretaryName"] = "harmless-secretary",
            ["Harmless:Tokenizer"] = "harmless-wordpiece",
            ["Harmless:Server"] = "Server=harmless-db8;Database=stock;Integrated Security=true",
            ["Harmless:Turkey"] = "harmless-bird",
            ["Harmless:Bypass"] = "harmless-bypass",
            ["Harmless:Url"] = "https://harmless-upstream.example:8443/path?page=3",
            ["Harmless:HotKey"] = "harmless-ctrl-f5",
            ["Harmless:MaxTokens"] = "4096",
        });
        builder.Services.AddGuruMeditationReports()
            .AddSection("Failing", () => throw new InvalidOperationException("login failed for app with Password=canary-exception-13;Server=db7"))
            .AddSection("Talkative", () => new
            {
                Note = "the database answered to canary-config-password-01 today",
                Trace = "GET https://u:canary-trace-14@host.example/x",
                Nested = new { AccessToken = "canary-nested-15" },
                Harmless = "harmless-talk",
            });
        return ServiceHost.RunAsync(builder.Build());
    }
}
