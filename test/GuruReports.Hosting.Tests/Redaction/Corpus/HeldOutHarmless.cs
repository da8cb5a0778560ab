namespace GuruReports.Hosting.Tests.Redaction.Corpus;

/// <summary>Look-alikes of secrets that the masking was never tuned on.</summary>
internal static class HeldOutHarmless
{
    public const string Settings = """
        Ui:NewTokenPage = /account/token/new
        Limits:TokensPerMinute = 90000
        Routes:ForgotPasswordPage = ForgotPassword
        Upload:S3Key = uploads/2026/11/cat.jpg
        Feature:OAuth = on
        Build:Commit = {hex:40}
        Image = registry.example.com/heat@sha256:{hex:64}
        Https:CertificateThumbprint = {HEX:40}
        Telemetry:TraceId = {hex:32}
        Tenant:Id = {guid}
        ClientId = {guid}
        Package:Version = 10.0.0-rc.2.25502.107+{hex:40}
        AssemblyInformationalVersion = 2.4.1+{hex:40}
        HOSTNAME = heat-engine-7d9f8b6c5d-x2x9z
        PATH = /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/home/app/.dotnet/tools
        ASPNETCORE_URLS = http://+:8080;https://+:8443
        Serilog:Using:0 = Serilog.Sinks.ApplicationInsights
        Logging:LogLevel:Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager = Warning
        Handlers:Default = Acme.Billing.Infrastructure.Messaging.OrderPlacedEventHandler
        Cookie:SameSite = Lax
        Password:RequireNonAlphanumeric = True
        PasswordResetTimeout = 00:30:00
        Jwt:Issuer = https://login.example.com/tenant/v2.0
        Jwt:Audience = api://heat-engine
        Cors:AllowedHeaders = Authorization,X-Api-Key,Content-Type
        Auth:Scheme = Bearer
        KeyVault:Uri = https://heat-kv.vault.azure.net/
        Secrets:Provider = KeyVault
        SecretsPath = /run/secrets
        TokenCache:Size = 4096
        Tokenizer:Model = cl100k_base
        MaxTokens = 8192
        Keyboard = qwertz
        Monkey:Business = yes
        ForeignKeys = ON
        PrimaryKey = OrderId
        SortKey = created_at
        Kafka:GroupId = billing-consumer-group-production-eu
        Aws:Role = arn:aws:iam::123456789012:role/heat-engine-production
        Azure:ResourceId = /subscriptions/{guid}/resourceGroups/heat-prod/providers/Microsoft.Web/sites/heat
        Endpoint = https://heat-prod-weu-01.documents.azure.com:443/
        RdsHost = heat-prod.cluster-c9akciq32rgn.eu-central-1.rds.amazonaws.com
        Cron = 0 0/15 8-18 ? * MON-FRI
        DOTNET_SYSTEM_GLOBALIZATION_INVARIANT = 1
        LS_COLORS = rs=0:di=01;34:ln=01;36:mh=00:pi=40;33
        ETag = W/"{hex:40}"
        Integrity = sha384-{b64:64}
        SshHostKey = ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{b64:43}
        Compass:Heading = north-north-east
        Author = Jean-Baptiste Grenouille
        """;

    public const string Texts = """
        at Acme.Security.PasswordHasher`1.VerifyHashedPassword(TUser user, String hashedPassword, String providedPassword) in /src/PasswordHasher.cs:line 88
        System.Threading.Tasks.Task`1[System.Collections.Generic.Dictionary`2[System.String,System.Object]]@7f21c0a8
        The user's password must contain an uppercase letter.
        The access token has expired at 2026-11-29T02:00:00Z.
        Object@7f21c0 (StackStore.cs:88)
        Key not found: the given key 'orders' was not present in the dictionary.
        traceparent 00-{hex:32}-{hex:16}-01
        HEAD is now at {hex:40} Fix the token refresh
        Microsoft.Extensions.DependencyInjection.ServiceLookup.CallSiteRuntimeResolver.VisitRootCache
        connected to tcp://10.0.4.7:61616 as consumer-7
        pid 4711 holds futex 0x7f21c0a8d010, waits for 0x7f21c0a8d018
        Invalid token ',' at line 3, position 14.
        Authorization failed for policy: RequireAdmin
        Bearer was not authenticated. Failure message: no token
        sha256:{hex:64} pulled
        CancellationToken was cancelled: token=default
        session {guid} closed
        Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a
        /proc/4711/task/4712/status could not be read
        #31 "stack-worker-2"  holds Object@7f21c0
        """;

    public const string Commands = """
        dotnet exec --runtimeconfig /app/heat.runtimeconfig.json /app/heat.dll --urls http://+:8080
        postgres: app orders 10.0.4.7(51234) SELECT
        ssh -p 2222 deploy@host.example.com uptime
        nginx -p /etc/nginx -c nginx.conf
        tail -n 100 -f /var/log/passwd-sync.log
        docker run -p 8080:80 nginx:1.27
        psql -h db -U app -p 5432 orders
        curl -u : --negotiate https://x.example.com/
        """;
}
