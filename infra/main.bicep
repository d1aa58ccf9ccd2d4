// ScoreGuard in Azure: one resource group with the Functions app and all that it stands on.
targetScope = 'subscription'

// The environment

@description('Name of the environment; part of every name. azd calls it AZURE_ENV_NAME.')
@minLength(1)
@maxLength(20)
param environmentName string

@description('Azure region of everything that has one. It must offer Flex Consumption.')
@metadata({
  azd: {
    type: 'location'
  }
})
param location string

@description('Object id of the person who uploads workspaces; azd calls it AZURE_PRINCIPAL_ID. Empty: nobody is given that right.')
param operatorPrincipalId string = ''

// Runs

@description('When every workspace is run: six-field NCrontab (second minute hour day month weekday), UTC.')
param schedule string = '0 0 5 * * *'

@description('Address at which people reach the app, for links in reports and mails. Empty: the address of the app in Azure.')
param publicUrl string = ''

// Who may use the app

@description('Key that lets its holder read runs and reports, or a Key Vault reference to it.')
@secure()
@minLength(32)
param readKey string

@description('Key that lets its holder start and decide runs, or a Key Vault reference to it.')
@secure()
@minLength(32)
param operateKey string

@description('Client id of the Entra application that people sign in with. Empty: no sign-in, keys alone.')
param authClientId string = ''

@description('What a caller meets who has not signed in. AllowAnonymous leaves the decision to the app, which then asks for a key.')
@allowed([
  'AllowAnonymous'
  'RedirectToLoginPage'
  'Return401'
])
param unauthenticatedAction string = 'AllowAnonymous'

// Live targets

@description('Settings of connections to live targets as a JSON object: {"SCOREGUARD_CONNECTION_HUBSPOT_TOKEN": "…"}. Values may be Key Vault references.')
@secure()
param connectionSettings string = ''

// Mail

@description('What carries mails: Azure Communication Services, a mail server of your own, or nothing.')
@allowed([
  'acs'
  'smtp'
  'off'
])
param mailTransport string = 'acs'

@description('Receivers of reports, separated by semicolons. Empty: no mail is sent, whatever mailTransport says.')
param mailTo string = ''

@description('Days between two digests of runs in which nothing moved; 0 sends none.')
@minValue(0)
@maxValue(366)
param digestDays int = 7

@description('Domain of your own to send from. Empty: a domain that Azure makes and manages, fit for development.')
param mailDomain string = ''

@description('Set to true once the DNS records of mailDomain are verified: before that Azure refuses to link it.')
param mailDomainVerified bool = false

@description('Sender of the mails where mailTransport is smtp.')
param smtpFrom string = ''

@description('Mail server, where mailTransport is smtp.')
param smtpHost string = ''

@description('Port of the mail server.')
param smtpPort int = 587

@description('User at the mail server. Empty: none is given.')
param smtpUser string = ''

@description('Password at the mail server, or a Key Vault reference to it.')
@secure()
param smtpPassword string = ''

@description('Encryption of the connection to the mail server; a login is never sent without it.')
@allowed([
  'starttls'
  'none'
])
param smtpTls string = 'starttls'

// Watching and keeping

@description('Receivers of alerts, separated by semicolons. Empty: alerts are shown in the portal only.')
param alertReceivers string = ''

@description('Hours without a tick of the timer after which it counts as dead: a little more than the longest gap of the schedule.')
@minValue(1)
@maxValue(47)
param heartbeatHours int = 26

@description('Days for which logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Days for which deleted and overwritten blobs can be brought back.')
@minValue(1)
@maxValue(365)
param blobRetentionDays int = 30

@description('Redundancy of the storage account: within one datacentre, or across zones.')
@allowed([
  'Standard_LRS'
  'Standard_ZRS'
])
param storageSku string = 'Standard_LRS'

// Size

@description('Memory of one instance, in MB.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int = 2048

@description('Most instances that may work at the same time: the bound of what a run can cost.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Place in which Communication Services keeps its data at rest.')
param mailDataLocation string = 'Europe'

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = {
  'azd-env-name': environmentName
}
// The app refuses to start with a transport that has nobody to send to.
var transport = empty(trim(mailTo)) ? 'off' : mailTransport
var sendsByCommunicationServices = transport == 'acs'

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: 'rg-scoreguard-${environmentName}'
  location: location
  tags: tags
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    logRetentionDays: logRetentionDays
    alertReceivers: alertReceivers
    heartbeatHours: heartbeatHours
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    sku: storageSku
    blobRetentionDays: blobRetentionDays
    logWorkspaceId: monitoring.outputs.logWorkspaceId
  }
}

module email 'modules/email.bicep' = if (sendsByCommunicationServices) {
  name: 'email'
  scope: group
  params: {
    tags: tags
    token: token
    dataLocation: mailDataLocation
    domain: mailDomain
    domainVerified: mailDomainVerified
  }
}

module roleAssignments 'modules/roleAssignments.bicep' = {
  name: 'roleAssignments'
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    storageAccountName: storage.outputs.accountName
    applicationInsightsName: monitoring.outputs.applicationInsightsName
    communicationServiceName: sendsByCommunicationServices ? email!.outputs.communicationServiceName : ''
    operatorPrincipalId: operatorPrincipalId
  }
}

module functionApp 'modules/functionApp.bicep' = {
  name: 'functionApp'
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    identityId: roleAssignments.outputs.identityId
    identityClientId: roleAssignments.outputs.identityClientId
    storageAccountName: storage.outputs.accountName
    blobEndpoint: storage.outputs.blobEndpoint
    queueEndpoint: storage.outputs.queueEndpoint
    tableEndpoint: storage.outputs.tableEndpoint
    deploymentContainer: storage.outputs.deploymentContainer
    applicationInsightsConnection: monitoring.outputs.applicationInsightsConnection
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    schedule: schedule
    publicUrl: publicUrl
    readKey: readKey
    operateKey: operateKey
    authClientId: authClientId
    unauthenticatedAction: unauthenticatedAction
    mailTransport: transport
    mailFrom: sendsByCommunicationServices ? email!.outputs.sender : smtpFrom
    mailTo: mailTo
    digestDays: digestDays
    communicationEndpoint: sendsByCommunicationServices ? email!.outputs.endpoint : ''
    smtpHost: smtpHost
    smtpPort: smtpPort
    smtpUser: smtpUser
    smtpPassword: smtpPassword
    smtpTls: smtpTls
    connectionSettings: connectionSettings
  }
}

@description('Region, for azd.')
output AZURE_LOCATION string = location

@description('Resource group of the environment.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Name of the Functions app.')
output SCOREGUARD_FUNCTION_APP string = functionApp.outputs.name

@description('Address of the Functions app.')
output SCOREGUARD_URL string = functionApp.outputs.url

@description('Name of the storage account, to which workspaces are uploaded.')
output SCOREGUARD_STORAGE_ACCOUNT string = storage.outputs.accountName

@description('DNS records that prove ownership of mailDomain; an empty object where the domain is managed by Azure.')
output SCOREGUARD_MAIL_DNS object = sendsByCommunicationServices ? email!.outputs.verificationRecords : {}
