namespace GuruReports.Hosting.Tests.Redaction.Corpus;

/// <summary>Secrets that the masking was never tuned on: written before it, read only by the measurement.</summary>
internal static class HeldOutSecrets
{
    public const string Settings = """
        Billing:Adyen:HmacKey = {hex:64}
        Billing:Adyen:WsPassword = {pwr}
        BRAINTREE_PRIVATE_KEY = {hex:32}
        Klarna:SharedSecret = {b62:32}
        Mollie:Live = live_{b62:30}
        ConnectionStrings:Clickhouse = Host=ch;Port=8123;Username=default;Password={pw};Database=events
        ConnectionStrings:Neo4j = bolt://neo4j:{pw}@graph:7687
        ConnectionStrings:Oracle = User Id=app;Password={pw};Data Source=//ora:1521/XEPDB1
        ConnectionStrings:Snowflake = account=acme;user=etl;password={pw};db=DW;schema=PUBLIC
        DATABASE_URL = postgresql://svc:{pws}@10.0.4.7:5432/app?sslmode=require
        COUCHDB_URL = http://admin:{pw}@couch:5984/
        CLOUDINARY_URL = cloudinary://123456789012345:{b62:27}@acme
        ELASTIC_APM_SECRET_TOKEN = {b62:22}
        Grafana:ServiceAccount = glsa_{b62:32}_{hex:8}
        NewRelic:IngestKey = {hex:36}NRAL
        Rollbar:PostServerItem = {hex:32}
        Sentry:Dsn = https://{hex:32}@o12345.ingest.sentry.io/42
        Okta:ApiToken = 00{b64u:40}
        Auth0:Management:ClientSecret = {b64u:64}
        Keycloak:Credentials:Secret = {b62:32}
        Firebase:PrivateKey = {pem}
        Mailchimp:Key = {hex:32}-us6
        Postmark:ServerToken = {guid}
        VONAGE_API_SECRET = {b62:16}
        Telegram:Bot = {dig:10}:AA{b64u:33}
        Discord:Bot = M{b62:23}.{b62:6}.{b64u:27}
        Shopify:AdminToken = shpat_{hex:32}
        Notion:Integration = ntn_{b62:43}
        Airtable:Pat = pat{b62:14}.{hex:64}
        Asana:Pat = 1/{dig:16}:{hex:32}
        Jira:ApiToken = ATATT3xFf{b64u:180}=1A2B3C4D
        Bitbucket:AppPassword = ATBB{b62:32}
        Confluent:Sasl:Password = {b64:64}
        Ldap:BindCredentials = {pw}
        Ldap:BindPw = {pw}
        Wifi:Psk = {pws}
        Radius:SharedSecret = {pwr}
        Snmp:AuthPass = {pw}
        Snmp:PrivPass = {pw}
        Sftp:Partner:Kennwort = {pw}
        datenbank_kennwort = {pw}
        Base:MotDePasse = {pw}
        bd_contrasena = {pw}
        banco_senha = {pw}
        baza_haslo = {pw}
        bazaHeslo = {pw}
        veritabani_sifre = {pw}
        databas_losenord = {pw}
        БазаПароль = {pw}
        数据库密码 = {pw}
        データベースパスワード = {pw}
        Secrets:Db:Main = {pw}
        Credentials:Warehouse:Value = {pw}
        Identity:DataProtection:Entropy = {b64:44}
        Session:CookieEncryption = {b64:44}
        NEXTAUTH_SECRET = {b64:44}
        SECRET_KEY_BASE = {hex:128}
        APP_KEY = base64:{b64:44}
        DJANGO_SECRET_KEY = {pwr}{pwr}{pwr}
        ERLANG_COOKIE = {upper:20}
        CONSUL_HTTP_TOKEN = {guid}
        NOMAD_TOKEN = {guid}
        ETCD_ROOT_PASSWORD = {pw}
        RESTIC_PASSWORD = {pp}
        ANSIBLE_VAULT_PASSWORD = {pw}
        PULUMI_ACCESS_TOKEN = pul-{hex:40}
        TF_VAR_db_pass = {pw}
        FLY_API_TOKEN = fo1_{b64u:43}
        VERCEL_TOKEN = {b62:24}
        CLOUDFLARE_API_KEY = {hex:37}
        HEROKU_API_KEY = {guid}
        OPENAI = sk-proj-{b64u:60}
        Anthropic = sk-ant-api03-{b64u:93}AA
        Widget:Endpoint = https://api.example.com/hook?auth={b62:24}
        Feed:Url = https://feeds.example.com/private/{b62:32}/rss.xml
        Upstream:Base = https://svc-user:{pw}@upstream.internal/api
        Partner:Opaque = {b62:40}
        Partner:Blob = {b64:88}
        Misc:Value = {hex:48}
        """;

    public const string Texts = """
        Npgsql.NpgsqlException: 28P01: password authentication failed; tried Host=db;Username=app;Password={pw}
        401 from https://api.example.com/v1/items?access_token={b62:40}&page=2
        curl: (22) error, header "X-Auth-Token: {hex:32}" rejected
        Set-Cookie: .AspNetCore.Session={b64u:120}; path=/; httponly
        Cookie: sid={b62:32}; theme=dark
        Proxy-Authorization: Basic {b64:24}
        <add key="SmtpPassword" value="{pw}" />
        <Password>{pw}</Password>
        <wsse:Password Type="#PasswordText">{pw}</wsse:Password>
        {"name":"DB_PASSWORD","value":"{pw}"}
        [{"Key":"ApiSecret","Value":"{b62:20}"}]
        password: "{pw}"
        [ClientSecret, {pw}]
        Credentials { User = app, Password = {pw} }
        payload {\"client_secret\":\"{b62:32}\",\"grant_type\":\"client_credentials\"}
        grant_type=password&username=joe&password={pws}&scope=openid
        could not connect to joe:{pw}@mq.internal:5672
        Retry with key {b62:44}
        assertion eyJhbGciOiJSUzI1NiJ9.{b64u:80}.{b64u:86}
        GET /signin-oidc?code={b64u:48}&state=xyz failed
        export STRIPE_KEY={b62:32}
        Enter passphrase '{pp}' was refused
        """;

    public const string Commands = """
        mariadb -u app -p{pw} shop
        sh -c "PGPASSWORD={pw} pg_dump -h db app"
        sudo -u deploy env API_TOKEN={b62:24} ./run.sh
        timeout 30 curl -u svc:{pw} https://x.example.com
        docker login -u ci --password {pw} registry.example.com
        sqlcmd -S db -U sa -P {pw}
        dotnet app.dll --Db:Password {pw}
        app.exe /p:{pw} /user:admin
        sshpass -p{pw} ssh host
        redis-cli -h cache -a {pw} ping
        java -Djavax.net.ssl.keyStorePassword={pw} -jar app.jar
        wget --header=Authorization:\ Bearer\ {b62:40} https://x
        mosquitto_pub -h mq -u dev -P {pw} -t a -m b
        openssl pkcs12 -in a.pfx -passin pass:{pw}
        smbclient //fs/share -U joe%{pw}
        """;
}
