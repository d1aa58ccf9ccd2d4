// Mail by Azure Communication Services, from a domain that Azure manages or from one of your own.

@description('Tags of every resource.')
param tags object

@description('Makes names unique.')
param token string

@description('Place in which data is kept at rest.')
param dataLocation string

@description('Domain of your own; empty: one that Azure manages.')
param domain string

@description('Whether the DNS records of the domain are verified; one that Azure manages always is.')
param domainVerified bool

var managedByAzure = empty(domain)
var linked = managedByAzure || domainVerified

resource emailService 'Microsoft.Communication/emailServices@2025-05-01' = {
  name: 'mail-${token}'
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
  }
}

resource mailDomain 'Microsoft.Communication/emailServices/domains@2025-05-01' = {
  parent: emailService
  name: managedByAzure ? 'AzureManagedDomain' : domain
  location: 'global'
  tags: tags
  properties: {
    domainManagement: managedByAzure ? 'AzureManaged' : 'CustomerManaged'
    // Whether a report was opened is nobody's business.
    userEngagementTracking: 'Disabled'
  }
}

// A domain that Azure manages comes with the sender DoNotReply; one of your own, once it is linked, gets a name that people know.
resource sender 'Microsoft.Communication/emailServices/domains/senderUsernames@2025-05-01' = if (!managedByAzure && domainVerified) {
  parent: mailDomain
  name: 'scoreguard'
  properties: {
    username: 'scoreguard'
    displayName: 'ScoreGuard'
  }
}

resource communicationService 'Microsoft.Communication/communicationServices@2025-05-01' = {
  name: 'acs-${token}'
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
    disableLocalAuth: true
    linkedDomains: linked ? [mailDomain.id] : []
  }
}

@description('Name of the Communication Services resource.')
output communicationServiceName string = communicationService.name

@description('Address to which mails are handed in.')
output endpoint string = 'https://${communicationService.properties.hostName}'

@description('Sender of the mails.')
output sender string = managedByAzure ? 'DoNotReply@${mailDomain.properties.fromSenderDomain}' : 'scoreguard@${domain}'

@description('DNS records that prove ownership of the domain; an empty object where Azure manages it.')
output verificationRecords object = managedByAzure ? {} : mailDomain.properties.verificationRecords
